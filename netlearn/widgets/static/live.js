/* live.js: joins the same widgets to a kernel (anywidget). Python's `value` and `edition` go both ways. */
const NetLearn = globalThis.NetLearn;

/* the liver map keeps its segments apart in Python; the page's table has them side by side with "diffuse" */
const toPage = {
  explorer: (value) => value,
  compare: (value) => value,
  ablation: (value) => value,
  liver: ({ segments, diffuse_multifocal }) => ({ ...segments, diffuse_multifocal }),
};
const toPython = {
  explorer: (values) => values,
  compare: (values) => values,
  ablation: (values) => values,
  liver: ({ diffuse_multifocal = null, ...drawn }) => ({
    segments: Object.fromEntries(Object.entries(drawn).filter(([, state]) => state !== 'none')),
    diffuse_multifocal,
  }),
};

function render({ model, el }) {
  const kind = model.get('_kind');
  const data = model.get('_data');
  const tables = {};
  for (const table of data) (tables[table.table] = tables[table.table] || {})[table.edition] = table;
  const editions = tables[data[0].table];
  const tell = ({ values, edition }) => {
    model.set({ value: toPython[kind](values), edition });
    model.save_changes();
  };
  const now = () => [toPage[kind](model.get('value')), model.get('edition')];
  const [values, edition] = now();
  const host = document.createElement('div');
  el.append(host);
  const widget = NetLearn[kind](host, { editions, tables, edition, values, presets: model.get('_presets'), tell });
  const follow = () => widget.set(...now());
  model.on('change:value change:edition', follow);
  return () => model.off('change:value change:edition', follow);
}

export default { render };
