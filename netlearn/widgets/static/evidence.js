/* evidence.js: what a fact says; chips that open it in the flow; cards on links, by hover and by focus. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, icon, words } = NetLearn;
  const W = words.evidence;

  /* an erratum is no number: nothing to check */
  const howChecked = (fact) => words.checked[fact.checked] || { mark: '', words: '' };

  const row = (term, ...content) => (content[0] ? [h('dt', {}, term), h('dd', {}, ...content)] : []);

  /* value, claim, population, source and how well checked, as nodes */
  NetLearn.factBody = (fact, withLink) => {
    const { mark, words: how } = howChecked(fact);
    const address = withLink && fact.href && NetLearn.href(fact.href);
    return [
      fact.value ? h('b', { class: 'value' }, fact.value) : null,
      fact.claim,
      h(
        'dl',
        {},
        row(W.in, fact.population),
        row(W.from, fact.source),
        row(W.checked, mark && icon(mark), ' ' + how),
        address ? row(W.read, h('a', { href: address }, W.place)) : null
      ),
    ];
  };

  /* a link that says a number and leads to its evidence; plain text where there is no page to lead to */
  NetLearn.factLink = (id, text) => {
    const fact = NetLearn.fact(id);
    const address = fact && fact.href && NetLearn.href(fact.href);
    return address ? h('a', { class: 'nl-ev', href: address, 'data-ev': id }, text) : h('span', { class: 'nl-num' }, text);
  };

  /* ----- chips: one card below them, in the flow; Escape closes it; of a long list the first few ----- */
  const SEEN = 4;
  NetLearn.chips = (ids, table, seen = SEEN) => {
    const card = h('div', { class: 'nl-fact', id: NetLearn.uid('nl-chip'), hidden: true, role: 'group', 'aria-label': W.label });
    const buttons = ids.map((id) => chip(id, table, card));
    const rest = buttons.length > seen + 1 ? buttons.slice(seen) : [];
    for (const node of rest) node.hidden = true;
    const reveal = () => {
      for (const node of rest) node.hidden = false;
      more.remove();
      rest[0].focus();
    };
    const more = rest.length ? h('button', { type: 'button', class: 'nl-chip is-more', onclick: reveal }, NetLearn.say(W.more, { count: rest.length })) : null;
    const isOpen = (button) => button.getAttribute('aria-expanded') === 'true';
    const ready = () => NetLearn.cards(table.table);
    const fill = (id) => card.replaceChildren(...NetLearn.factBody(NetLearn.fact(id) || { claim: W.lost }, true).filter(Boolean));
    const open = (button, id) => {
      const closing = !button || isOpen(button);
      for (const other of buttons) other.setAttribute('aria-expanded', String(!closing && other === button));
      card.hidden = closing || !NetLearn.fact(id);
      if (!closing) ready().then(() => isOpen(button) && (fill(id), (card.hidden = false)));
    };
    buttons.forEach((button, n) => button.addEventListener('click', () => open(button, ids[n])));
    const close = (event) => {
      if (event.key !== 'Escape' || card.hidden) return;
      const opener = buttons.find(isOpen);
      open(null);
      if (opener) opener.focus();
    };
    const list = h('div', { class: 'nl-chips', onpointerenter: ready, onfocusin: ready }, ...buttons, more);
    return h('div', { class: 'nl-evidence', onkeydown: close }, list, card);
  };
  const chip = (id, { chips = {} }, card) => {
    const [name, checked] = chips[id] || [id, ''];
    const { mark, words: how } = howChecked({ checked });
    const props = { type: 'button', class: 'nl-chip', 'aria-expanded': 'false', 'aria-controls': card.id };
    return h('button', props, mark && icon(mark), name, h('span', { class: 'nl-sr' }, ', ' + how));
  };

  /* ----- the card of a link in prose: hover or focus opens it, Escape closes it, the link still leads on ----- */
  const factOf = (link) => {
    const named = link.dataset.ev && NetLearn.fact(link.dataset.ev);
    return named || (link.hash && NetLearn.factAt(decodeURIComponent(link.hash.slice(1))));
  };
  NetLearn.factOf = factOf;
  const card = { node: null, link: null, timer: 0 };

  const place = () => {
    if (!card.link) return;
    const spot = card.link.getClientRects()[0] || card.link.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card.node;
    const above = spot.bottom + height + 12 > innerHeight && spot.top > height + 12;
    card.node.style.left = Math.max(16, Math.min(spot.left, document.documentElement.clientWidth - width - 16)) + 'px';
    card.node.style.top = (above ? spot.top - height - 8 : spot.bottom + 8) + 'px';
  };
  const hide = () => {
    clearTimeout(card.timer);
    if (!card.link) return;
    card.link.removeAttribute('aria-describedby');
    card.link = null;
    card.node.hidePopover();
  };
  const hideSoon = () => {
    clearTimeout(card.timer);
    card.timer = setTimeout(hide, 200); // time to move the pointer onto the card
  };
  const makeCard = () => {
    const keep = () => clearTimeout(card.timer);
    const props = { class: 'nl nl-fact nl-hover', id: NetLearn.uid('nl-hover'), role: 'tooltip', popover: 'manual' };
    return h('div', { ...props, onpointerenter: keep, onpointerleave: hideSoon });
  };
  const show = (link, fact) => {
    clearTimeout(card.timer);
    if (card.link === link) return;
    hide();
    card.node = card.node || makeCard();
    if (!card.node.isConnected) document.body.append(card.node);
    card.node.replaceChildren(...NetLearn.factBody(fact, false).filter(Boolean));
    card.link = link;
    link.setAttribute('aria-describedby', card.node.id);
    card.node.showPopover();
    place();
  };
  const onEnter = (event) => {
    const link = event.target.closest && event.target.closest('a[href]');
    if (!link || link.closest('dialog') || event.pointerType === 'touch' || link.matches(':focus:not(:focus-visible)')) return; // a tap opens a sheet
    const fact = factOf(link);
    if (fact) show(link, fact);
    else if (link.dataset.ev || link.hash) NetLearn.pageCards().then(() => link.matches(':hover, :focus-visible') && factOf(link) && show(link, factOf(link)));
  };
  const onLeave = (event) => card.link && card.link.contains(event.target) && hideSoon();

  const watch = () => {
    if (NetLearn.watching || !HTMLElement.prototype.showPopover) return; // old browsers: plain links
    NetLearn.watching = true;
    document.addEventListener('pointerover', onEnter);
    document.addEventListener('focusin', onEnter);
    document.addEventListener('pointerout', onLeave);
    document.addEventListener('focusout', (event) => event.target === card.link && hide());
    document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
    addEventListener('scroll', place, { passive: true, capture: true });
    /* the first thing that a reader does brings the cards, so that they are there when a link is reached; a browser also
       tells of a pointer that lies still, when the page moves under it */
    const DOES = ['pointermove', 'pointerdown', 'focusin', 'wheel', 'keydown'];
    const does = ({ type, movementX, movementY }) => {
      if (type === 'pointermove' && !movementX && !movementY) return;
      for (const kind of DOES) removeEventListener(kind, does);
      NetLearn.pageCards();
    };
    for (const kind of DOES) addEventListener(kind, does, { passive: true });
  };
  watch();
})();
