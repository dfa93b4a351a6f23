/* card.js: the decision card: verdict, status, because, rule, evidence, cautions, and what would change the answer. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, icon, tag, words: W, say } = NetLearn;

  const band = (tone, title, line) =>
    h('div', { class: 'band' }, icon(tone), h('div', {}, h('strong', {}, title), h('small', {}, line)));

  const section = (title, body, level) => h('div', {}, h('h' + level, { class: 'nl-h' }, title), body);

  const shareOf = (table, d) => {
    const id = d.status === 'decided' && (table.verdicts[d.verdict] || {}).share;
    const fact = id && (table.facts[id] || NetLearn.fact(id));
    return fact && fact.value ? { id, fact } : null;
  };
  NetLearn.share = (table, d) => {
    const found = shareOf(table, d);
    if (!found) return null;
    const whom = found.fact.population || W.card.patients;
    const patients = whom.startsWith(W.card.patients) ? whom : say(W.card.patients_with, { whom });
    return NetLearn.parts(W.card.share_of, { value: NetLearn.factLink(found.id, found.fact.value), whom: patients });
  };

  const findings = (d, level) =>
    d.findings.length ? section(W.card.found, h('ul', { class: 'nl-findings' }, ...d.findings.map((text) => h('li', {}, text))), level) : null;

  const possible = (table, d) => {
    if (d.status !== 'undetermined' || !d.possible.length) return null;
    const tags = d.possible.map((v) => tag((table.verdicts[v] || {}).tone || 'plain', NetLearn.verdictLabel(table, v)));
    return h('p', { class: 'nl-possible' }, h('span', { class: 'nl-quiet' }, W.card.possible), ...tags);
  };

  const rules = (table, d) => {
    const when = d.rules.map((id) => table.rules[id] && table.rules[id].when).filter(Boolean);
    if (!when.length) return null;
    const share = NetLearn.share(table, d);
    return h(
      'dl',
      { class: 'nl-rule' },
      when.map((text, n) => [h('dt', {}, n ? W.card.and_rule : W.card.rule), h('dd', {}, text)]),
      share ? [h('dt', {}, W.card.share), h('dd', {}, ...share)] : null
    );
  };

  /* one line each, and what it says under it: the gravest stands open, the others open by hand and stay so */
  const caution = (c, first, opened) => {
    const address = /^E\d+$/.test(c.id) && NetLearn.href('book/errata.html#erratum-' + c.id);
    const id = /^E\d+$/.test(c.id) ? h('small', { class: 'kind' }, h('span', { class: 'nl-sr' }, '· '), address ? h('a', { href: address }, c.id) : c.id, ' ') : null;
    const kind = [W.risk[c.risk], ...(c.of ? [' · ', c.of] : [])];
    const open = opened.has(c.id) ? opened.get(c.id) : first;
    const summary = h('summary', {}, icon('risk-' + c.risk.toLowerCase()), h('span', {}, h('b', {}, c.title), ' ', h('small', { class: 'kind' }, ...kind)));
    const fold = h('details', { open }, summary, h('div', {}, id, c.text));
    summary.addEventListener('click', () => opened.set(c.id, !fold.open));
    return h('li', { class: 'nl-caution is-line', 'data-risk': c.risk }, fold);
  };
  /* what could harm is always in sight; of the rest, a long list folds away */
  const cautions = (all, brief, opened) => {
    if (!all.length) return null;
    const grave = all.filter((c) => c.risk === 'A').length;
    const seen = brief ? Math.max(grave, 1) : all.length > 3 ? Math.max(grave, 2) : all.length;
    const list = (some, label, first) => h('ul', { class: 'nl-cautions', 'aria-label': label }, ...some.map((c, n) => caution(c, first && !n, opened)));
    const rest = all.slice(seen);
    const summary = h('summary', {}, rest.length > 1 ? say(W.card.more_cautions_folded, { count: rest.length }) : W.card.one_more_caution);
    return [
      list(all.slice(0, seen), W.card.cautions, true),
      rest.length ? h('details', { class: 'nl-more' }, summary, list(rest, W.card.more_cautions, false)) : null,
    ];
  };
  const isErratum = ({ id }) => /^E\d+$/.test(id);
  /* under a right answer what the article misprints is no danger of this case: it is named, and folded */
  const inArticle = (errata, opened) => {
    if (!errata.length) return null;
    const titles = errata.map(({ title }) => title).join('; ');
    const list = h('ul', { class: 'nl-cautions', 'aria-label': W.card.cautions }, ...errata.map((c) => caution(c, true, opened)));
    return h('details', { class: 'nl-more' }, h('summary', {}, say(W.card.in_article, { titles })), list);
  };
  /* the cautions of several answers, each once: with whose it is where it is not everybody's. answers: [[of, decision]] */
  const same = (a) => (b) => a.id === b.id && a.title === b.title && a.text === b.text;
  NetLearn.sharedCautions = (answers) => {
    const all = answers.flatMap(([of, d]) => d.cautions.map((c) => ({ ...c, of })));
    const each = all.filter((c, n) => all.findIndex(same(c)) === n);
    const everybodys = (c) => answers.every(([, d]) => d.cautions.some(same(c)));
    return each.map((c) => (everybodys(c) ? { ...c, of: '' } : c)).sort((a, b) => a.risk.localeCompare(b.risk));
  };
  NetLearn.cautionList = (all, opened) => cautions(all, true, opened);

  /* where several answers stand on one screen, the reasons are one step away */
  const folded = (why) => {
    const there = why.filter(Boolean);
    return there.length ? h('details', { class: 'nl-more' }, h('summary', {}, W.card.why), h('div', { class: 'nl-why' }, ...there)) : null;
  };

  const folds = (...all) => (all.some(Boolean) ? h('div', { class: 'nl-folds' }, ...all) : null);

  /* ----- what would change the answer: buttons that make the change ----- */
  const flipButton = (table, flip, text, apply) => {
    const f = { error: null, ...flip };
    const word = NetLearn.outcomeWord(table, f);
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', onclick: () => apply(flip) },
        h('span', {}, text),
        h('span', { class: 'to' }, h('span', { class: 'nl-sr' }, W.flips.gives), tag(NetLearn.toneOf(table, f), word))
      )
    );
  };
  /* of a long list, as of a prescription, what would make it right is in sight, and the rest folds away */
  const MANY = 10;
  const flips = (table, d, list, options) => {
    if (d.error) return null;
    const open = d.status === 'undetermined';
    const settling = list.filter((flip) => flip.status !== 'undetermined');
    const title = W.flips[!open ? 'change' : settling.length ? 'settle' : 'narrow'];
    if (!list.length) return options.none ? section(title, h('p', { class: 'nl-quiet' }, options.none), options.level) : null;
    const shown = open && settling.length ? settling : list;
    const listed = (some) => (some.length ? h('ul', { class: 'nl-flips' }, ...some.map((flip) => flipButton(table, flip, options.flipText(flip), options.apply))) : null);
    if (shown.length <= MANY) return section(title, listed(shown), options.level);
    const rights = shown.filter((flip) => NetLearn.toneOf(table, { error: null, ...flip }) === 'suitable');
    const others = shown.filter((flip) => !rights.includes(flip));
    const summary = h('summary', {}, say(W.flips.others, { count: others.length }));
    return section(title, [listed(rights), h('details', { class: 'nl-more' }, summary, listed(others))], options.level);
  };

  /* after a flip its button is gone: the one that took its place is focused, else the answer itself */
  const keepFocus = (card, change) => {
    const before = [...card.querySelectorAll('.nl-flips button')];
    const at = before.indexOf(document.activeElement);
    change();
    if (at < 0) return;
    const after = card.querySelectorAll('.nl-flips button');
    (after[Math.min(at, after.length - 1)] || card).focus();
  };

  /* options: brief (rule and sources are folded), articleLast (errata of the article stand last under a right answer), bare (its cautions stand elsewhere), level of headings, flipText(flip), apply(flip), withTable (its title is said), none (said when no single change alters the answer).
     Returns the element and show(table, decision, flips); what is unchanged is not drawn again. */
  NetLearn.decisionCard = (options) => {
    const said = h('div', { class: 'said', 'aria-live': 'polite', 'aria-atomic': 'true' });
    const inside = h('div', { class: 'inside' });
    const card = h('div', { class: 'nl-decision', tabindex: '-1' }, said, inside);
    const opened = new Map(); // of the cautions: what the reader opened and closed
    let shown = '';
    const show = (table, d, list, words = {}) => {
      const now = JSON.stringify([d, list, words]);
      if (now === shown) return;
      shown = now;
      const tone = words.tone || NetLearn.toneOf(table, d);
      card.setAttribute('data-verdict', tone);
      const because = words.because || d.error || d.because;
      const line = words.line || NetLearn.statusLine(table, d, options.withTable);
      const head = band(tone, words.title || NetLearn.titleOf(table, d), line);
      said.replaceChildren(head, ...(because ? [h('p', { class: 'because' }, because)] : []));
      const sources = [...d.evidence, ...d.updates];
      const why = [rules(table, d), sources.length ? NetLearn.chips(sources, table) : null];
      const apart = options.articleLast && tone === 'suitable' ? isErratum : () => false;
      const [warned, more] = options.bare ? [] : cautions(d.cautions.filter((c) => !apart(c)), options.brief, opened) || [];
      const article = inArticle(d.cautions.filter(apart), opened);
      const flipped = flips(table, d, list, options);
      const parts = [possible(table, d), findings(d, options.level)];
      if (words.empty) parts.length = 0;
      else if (options.brief) parts.push(warned, flipped, folds(folded(why), more, article));
      else parts.push(...why, warned, more, flipped);
      keepFocus(card, () => inside.replaceChildren(...parts.filter(Boolean)));
    };
    return { element: card, show };
  };
})();
