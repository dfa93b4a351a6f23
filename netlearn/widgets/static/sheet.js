/* sheet.js: on a phone a fact that is tapped opens over the chapter, and the reader stays where they were. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, words } = NetLearn;
  const PHONE = '(max-width: 47.99rem)';

  let sheet = null;
  const make = () => {
    const body = h('div', { class: 'nl-fact' });
    const close = h('button', { type: 'button', class: 'nl-btn', autofocus: true, onclick: () => element.close() }, words.evidence.close);
    const element = h('dialog', { class: 'nl nl-fact-sheet', 'aria-label': words.evidence.label }, body, close);
    element.addEventListener('click', (event) => event.target === element && element.close()); // beside the sheet
    document.body.append(element);
    return { element, body };
  };
  /* the browser closes it by Escape and gives the focus back to the link */
  const open = (fact) => {
    sheet = sheet || make();
    sheet.body.replaceChildren(...NetLearn.factBody(fact, true).filter(Boolean));
    sheet.element.showModal();
  };

  const asked = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const onClick = (event) => {
    const link = event.target.closest && event.target.closest('a[href]');
    if (!link || link.closest('dialog') || event.defaultPrevented || !asked(event) || !matchMedia(PHONE).matches) return;
    if (!NetLearn.factOf(link) && !link.dataset.ev) return;
    event.preventDefault();
    link.focus({ preventScroll: true });
    NetLearn.pageCards().then(() => (NetLearn.factOf(link) ? open(NetLearn.factOf(link)) : location.assign(link.href)));
  };
  if (globalThis.HTMLDialogElement && !NetLearn.sheets) document.addEventListener('click', onClick); // else links lead on
  NetLearn.sheets = true;
})();
