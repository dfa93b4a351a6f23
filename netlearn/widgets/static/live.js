/* live.js: joins the same widgets to a kernel (anywidget). Python's `value` and `edition` go both ways, and a board's `prior`. */
const NetLearn = globalThis.NetLearn;

/* a liver has in Python the shape that `decide` takes: see liver.js */
const toPage = {
  explorer: (value) => value,
  compare: (value) => value,
  ablation: (value) => value,
  reach: (value) => value,
  toy: (value) => value,
  receptors: (value) => value,
  crisis: (value) => value,
  board: (value) => value,
  operation: (value) => value,
  selector: (value) => value,
  liver: (told) => NetLearn.liver.toPage(told),
};
const toPython = {
  explorer: (values) => values,
  compare: (values) => values,
  ablation: (values) => values,
  reach: (values) => values,
  toy: (values) => values,
  receptors: (values) => values,
  crisis: (values) => values,
  board: (values) => values,
  operation: (values) => values,
  selector: (values) => values,
  liver: (values) => NetLearn.liver.told(values),
};

/* In a page that was loaded after the cell was run the widget lives on, but what Python shows below it is not updated:
   the answers come into the notebook only when the cell is run again. Only a quiz with a record has `_page`. */
function loadedSince(model, put) {
  const page = String(performance.timeOrigin);
  if (model.get('_page') === '') put({ _page: page });
  return ![undefined, page].includes(model.get('_page'));
}

/* the quiz keeps in the model what the page keeps in the browser, and says each answer to Python */
function renderQuiz(model, el, [data, ...tables]) {
  const put = (changes) => {
    model.set(changes);
    model.save_changes();
  };
  const storage = {
    getItem: () => model.get('kept') || null,
    setItem: (key, text) => put({ kept: text }),
    removeItem: () => put({ kept: '' }),
  };
  NetLearn.add(...tables);
  const store = NetLearn.quizStoreOn(data.course, storage, NetLearn.words.live.kept);
  const tell = (slug, response) => put({ answers: { ...model.get('answers'), [slug]: response } });
  const idOf = Object.fromEntries(data.items.map(({ id, variants }) => [variants[0].item, id]));
  const keyed = ([slug, { answer, confidence = null, seed, at, number }]) => [idOf[slug] + '#' + seed, { answer, confidence, at, number }];
  const given = () => Object.fromEntries(Object.entries(model.get('answers')).map(keyed)); // Python's, restored ones too
  const host = document.createElement('div');
  if (loadedSince(model, put)) el.append(NetLearn.h('p', { class: 'nl nl-hint', role: 'status' }, NetLearn.words.live.run_again));
  el.append(host);
  const used = (slug) => (model.get('answers')[slug] || {}).tries || 0;
  NetLearn.quiz(host, { data, store, tell, given, used });
  model.on('change:kept', store.tell);
  return () => model.off('change:kept', store.tell);
}

/* JupyterLab takes arrows, "0 0" and other plain keys for its shortcuts unless a text is written: here they are ours */
function keepKeys(el) {
  el.addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && event.key !== 'Escape') event.stopPropagation();
  });
}

function render({ model, el }) {
  keepKeys(el);
  const kind = model.get('_kind');
  const data = model.get('_data');
  if (kind === 'quiz') return renderQuiz(model, el, data);
  const tables = {};
  const board = NetLearn.boards.includes(kind); // its rows look up the tables of the page
  NetLearn.add(...data.filter(({ table }) => board || /^(cards|patients):/.test(table)));
  for (const table of data) (tables[table.table] = tables[table.table] || {})[table.edition] = table;
  const editions = tables[data[0].table];
  const kept = (prior) => (model.get('prior') ? { prior } : {}); // only a board keeps what was given before
  const tell = ({ values, edition, prior }) => {
    model.set({ value: toPython[kind](values), edition, ...kept(prior) });
    model.save_changes();
  };
  const now = () => [toPage[kind](model.get('value')), model.get('edition'), model.get('prior')];
  const [values, edition, prior] = now();
  const host = document.createElement('div');
  el.append(host);
  const widget = NetLearn[board ? 'tumourBoard' : kind](host, { board: kind, editions, tables, edition, values, prior, presets: model.get('_presets'), first: model.get('_first'), tell });
  const follow = () => widget.set(...now());
  const changes = 'change:value change:edition' + (prior ? ' change:prior' : '');
  model.on(changes, follow);
  return () => model.off(changes, follow);
}

export default { render };
