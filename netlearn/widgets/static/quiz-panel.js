/* quiz-panel.js: below the questions: the chapter's score, what is due, the debrief, and what the browser keeps. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, icon, button, say: filled } = NetLearn;
  const { urgency, isDue } = NetLearn.quizReview;
  const W = NetLearn.words.quiz;

  const jump = (item, text) => button(text, item.focus, 'is-quiet');

  const score = (known, items) => {
    const right = known.filter(({ record }) => record.first.result === 'right').length;
    if (!known.length) return items.length > 1 ? filled(W.none_yet, { count: items.length }) : W.one_not_yet;
    return filled(W.score, { right, answered: known.length, open: items.length - known.length, of: items.length });
  };

  /* ----- the debrief: wrong, sure and dangerous first ----- */
  const words = ({ result, confidence, dangerous }) => {
    return [NetLearn.words.quiz_record[result], W[confidence], dangerous && W.harmful].filter(Boolean).join(', ');
  };
  const line = ({ item, record }) => {
    const tone = NetLearn.quizTone(record.last.result);
    const sign = record.last.dangerous ? 'risk-a' : tone;
    return h('li', { 'data-verdict': tone }, icon(sign), h('div', {}, h('b', {}, words(record.last)), jump(item, item.title)));
  };
  const debrief = (known) => {
    const at = ({ record }) => urgency(record.last, record.last.confidence);
    return [...known].sort((a, b) => at(a) - at(b)).map(line);
  };

  /* ----- save to a file, take in a file, forget ----- */
  const save = (store) => {
    const address = URL.createObjectURL(new Blob([store.text()], { type: 'application/json' }));
    h('a', { href: address, download: 'netlearn-answers.json' }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000); // the download has begun long before
    return W.saved;
  };
  const keeping = (store, copies) => {
    const said = h('p', { class: 'nl-q-told', role: 'status' });
    const say = (...nodes) => said.replaceChildren(...nodes);
    const note = h('p', { class: 'nl-hint' });
    const chooser = h('input', { type: 'file', accept: '.json,application/json', class: 'nl-sr', tabindex: '-1', 'aria-label': W.file });
    const read = async () => {
      const [file] = chooser.files;
      if (!file) return;
      const why = store.take(await file.text());
      chooser.value = '';
      say(why ? filled(W.not_taken, { why }) : W.taken);
    };
    chooser.addEventListener('change', read);
    const forget = () => {
      const undo = store.reset();
      const back = button(NetLearn.words.control.undo, () => (undo(), say(W.are_back), ask.focus()));
      say(W.forgotten + ' ', back);
      back.focus();
    };
    const keep = () => (say(W.unchanged), ask.focus());
    const ask = button(W.forget, () => {
      const yes = button(W.forget_them, forget);
      say(W.forget_all + ' ', yes, button(W.keep, keep));
      yes.focus();
    });
    const buttons = h('div', { class: 'nl-q-buttons' }, ...copies.map(({ button: copy }) => copy), button(W.save, () => say(save(store))), button(W.take, () => chooser.click()), ask, chooser);
    return { element: h('div', { class: 'nl-q-keep' }, note, buttons, said, ...copies.map(({ said: copied }) => copied)), refresh: () => (note.textContent = store.note()) };
  };

  NetLearn.quizKeeping = keeping;

  const fold = (title, ...inside) => h('details', {}, h('summary', {}, title), ...inside);

  /* items(): those of the chapter on this page, each {id, title, focus()}; whole(): false leaves the score alone;
     copies: the button that copies the answers and where it says so, in a notebook always in sight */
  NetLearn.quizPanel = (store, items, whole, today, copies, isNotebook) => {
    const line = h('p', { class: 'nl-q-score' });
    const formative = h('p', { class: 'nl-hint' }, W.formative);
    const due = h('p', { class: 'nl-q-due' });
    const list = h('ol', { class: 'nl-q-debrief' });
    const keep = keeping(store, isNotebook ? [] : [copies]);
    const hand = isNotebook ? [h('div', { class: 'nl-q-buttons' }, copies.button), copies.said] : [];
    const review = h('p', { class: 'nl-hint' }, W.spaced);
    const talk = fold(W.debrief, list);
    const folded = h('div', {}, talk, fold(W.yours, keep.element, review));
    const refresh = () => {
      const records = store.items();
      const all = items();
      const known = all.filter(({ id }) => records[id]).map((item) => ({ item, record: records[item.id] }));
      const now = known.filter(({ record }) => isDue(record, today()));
      line.textContent = score(known, all);
      formative.hidden = !known.length;
      due.replaceChildren(...(now.length ? [W.due + ': ', ...now.map(({ item }) => jump(item, item.title))] : []));
      list.replaceChildren(...debrief(known));
      talk.hidden = !known.length;
      folded.hidden = !whole();
      keep.refresh();
    };
    store.onChange(refresh);
    return { element: h('div', { class: 'nl-q-panel' }, line, formative, due, ...hand, folded), refresh };
  };
})();
