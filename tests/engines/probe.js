/* probe.js: what a reader does on a page, the same in every engine: one action for each widget, one popover, one drawing.
   It answers with one row for each: what was tried, and what came of it ("" where nothing did). */
async function probe() {
  const LONGEST = 15_000; // ms that an answer may take on a busy machine
  const soon = () => new Promise((done) => setTimeout(done, 10));
  const until = async (found) => {
    const end = performance.now() + LONGEST;
    while (performance.now() < end) {
      const said = found();
      if (said) return said;
      await soon();
    }
    return '';
  };
  const seen = (node) => Boolean(node && node.getClientRects().length);
  const said = (widget) => [...widget.querySelectorAll('.said')].map((node) => node.textContent).join(' | ');
  const type = (input, value) => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };

  /* the first control that changes the answer; a control may rightly leave it as it was */
  const decide = async (widget) => {
    const before = await until(() => said(widget));
    if (!before) return '';
    const all = [...widget.querySelectorAll('[data-segment], input[type=radio], input[type=checkbox], input[type=range]')];
    for (const control of all.filter((each) => !each.closest('header'))) { // the edition is chosen there
      if (control.type === 'range') type(control, control.max);
      else control.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }));
      for (let turn = 0; turn < 5 && said(widget) === before; turn++) await soon();
      if (said(widget) !== before) return said(widget);
    }
    return '';
  };

  /* a guess is kept, and nothing is graded */
  const guess = async (form) => {
    const status = form.querySelector('[role=status]');
    const before = status.textContent;
    form.querySelector('input').click();
    form.querySelector('.nl-btn.is-main').click();
    return until(() => status.textContent !== before && status.textContent);
  };

  /* one action in the crisis room */
  const play = async (room) => {
    room.scrollIntoView();
    const button = await until(() => room.querySelector('.nl-tray button[data-key]') || room.querySelector('.nl-tray button'));
    if (!button) return '';
    const before = room.textContent;
    button.click();
    return until(() => room.textContent !== before && room.textContent);
  };

  /* the question that a board asks */
  const tell = async (board) => {
    const form = await until(() => board.querySelector('.nl-board-next form'));
    if (!form) return '';
    form.querySelector('input[type=radio], .nl-checklist input').click(); // not the "not known" of a number: that skips
    form.querySelector('button[type=submit]').click();
    return until(() => board.querySelector('.nl-effect') && board.querySelector('.nl-effect').textContent);
  };

  /* how far heat reaches, with the first slider at its other end */
  const slide = async (reach) => {
    const slider = await until(() => reach.querySelector('input[type=range]'));
    if (!slider) return '';
    const before = reach.textContent;
    type(slider, slider.value === slider.max ? slider.min : slider.max);
    return until(() => reach.textContent !== before && reach.textContent);
  };

  /* a subtype that the tumour is said to carry, or no longer */
  const press = async (map) => {
    const button = await until(() => map.querySelector('th button'));
    if (!button) return '';
    const before = said(map);
    button.click();
    return until(() => said(map) !== before && said(map));
  };

  /* the question that is shown: the first option of each part, an amount, or a step moved, and "Check" */
  const answer = async (quiz) => {
    (quiz.closest('details') || quiz).scrollIntoView(); // it comes when it is near
    const shown = () => [...quiz.querySelectorAll('.nl-q-item')].find(seen);
    const form = await until(() => quiz.querySelector('form.nl-guess') || (shown() && shown().querySelector('form')));
    if (!form) return '';
    if (form.matches('.nl-guess')) return guess(form);
    if (form.querySelector('.nl-tray')) return play(form);
    const segment = form.querySelector('.nl-q-map [data-segment]');
    if (segment) segment.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }));
    for (const asked of form.querySelectorAll('.nl-q-ask fieldset, .nl-q-ask .nl-q-options, .nl-q-ask .nl-q-amount')) {
      const input = asked.querySelector('input');
      if (input.type !== 'text') input.click();
      else type(input, '1');
    }
    const step = form.querySelector('.nl-q-steps [aria-disabled=false]'); // an order that nobody moved is no answer
    if (step) step.click();
    for (const menu of form.querySelectorAll('.nl-q-menus select')) menu.selectedIndex = 1; // the first after "choose"
    form.querySelector('button[type=submit]').click();
    return until(() => form.querySelector('.nl-q-status p') && form.querySelector('.nl-q-status').textContent);
  };

  /* an order: an amount typed, and the first of each menu after "choose" */
  const order = async (host) => {
    const before = await until(() => said(host));
    if (!before) return '';
    type(host.querySelector('input[type=text]'), '300');
    for (const menu of host.querySelectorAll('select')) {
      menu.selectedIndex = 1;
      menu.dispatchEvent(new Event('change', { bubbles: true }));
    }
    return until(() => said(host) !== before && said(host));
  };

  /* a case begins: its first step asks */
  const begin = async (played) => {
    const button = await until(() => played.querySelector('button'));
    if (!button) return '';
    button.click();
    return until(() => played.querySelector('form legend') && played.querySelector('form legend').textContent);
  };

  /* the card of the first link in prose, by focus; it is the browser's own popover */
  const open = async (link) => {
    link.focus();
    const card = await until(() => [...document.querySelectorAll('.nl-hover')].find((node) => node.matches(':popover-open')));
    const text = card ? card.textContent : '';
    link.blur();
    return text;
  };

  const draw = async (figure) => {
    figure.scrollIntoView();
    return until(() => figure.querySelector('.main-svg') && 'drawn');
  };

  const KINDS = {
    'net-explorer:not([compare])': ['explorer', decide],
    'net-explorer[compare]': ['comparison', decide],
    'net-liver': ['liver map', decide],
    'net-ablation': ['bench', decide],
    'net-quiz': ['quiz', answer],
    'net-reach': ['reach', slide],
    'net-toy': ['toy', slide],
    'net-receptors': ['receptors', press],
    'net-crisis': ['crisis room', play],
    'net-board': ['board', tell],
    'net-operation': ['operation plan', tell],
    'net-selector': ['selector', tell],
    'net-order': ['order', order],
    'net-play': ['case', begin],
  };
  const rows = [];
  for (const [selector, [kind, act]] of Object.entries(KINDS))
    for (const widget of document.querySelectorAll(selector)) rows.push([kind, await act(widget)]);
  const figure = document.querySelector('net-figure');
  if (figure) rows.push(['figure', await draw(figure)]);
  const link = document.querySelector('.bd-article p > a.nl-ev[data-ev]');
  if (link) rows.push(['popover', await open(link)]);
  const unknown = new Set([...document.querySelectorAll('*')].map((node) => node.localName).filter((name) => name.startsWith('net-')));
  for (const selector of [...Object.keys(KINDS), 'net-figure']) unknown.delete(selector.split(/[:[]/)[0]);
  for (const name of unknown) rows.push([name, '']);
  return rows;
}
