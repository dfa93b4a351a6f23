/* share.js: what a share of the tumour looks like on a liver: a hundred dots in lesions of unequal size, the largest
   taken out first. It stands in the explorer of debulking, which writes the share into its attribute "out". */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, svg, words, say } = NetLearn;
  const OUTLINE = 'M14 62C8 30 40 8 96 8c52 0 110 2 128 18 12 12-8 34-40 42-22 6-34 10-52 30-16 18-52 20-76 12C30 102 18 86 14 62Z';
  /* parts of a hundred, and where: one large lesion on the right, small ones on the left; a teaching choice */
  const LESIONS = [[83, 64, 62], [10, 152, 42], [5, 180, 34], [1, 206, 32], [1, 202, 46]];
  const [STEP, TURN, FIRST] = [4.1, 2.399963, 0.5]; // the sunflower's turn packs dots evenly
  const packed = ([count, x, y]) =>
    Array.from({ length: count }, (_, n) => {
      const [far, turned] = [STEP * Math.sqrt(n + FIRST) - (count === 1 ? STEP * Math.sqrt(FIRST) : 0), n * TURN];
      return [x + far * Math.cos(turned), y + far * Math.sin(turned)];
    });

  class Share extends HTMLElement {
    static observedAttributes = ['out'];
    connectedCallback() {
      if (this.dots) return;
      this.dots = LESIONS.flatMap((lesion) => packed(lesion).reverse()).map(([cx, cy]) => svg('circle', { cx: cx.toFixed(1), cy: cy.toFixed(1), r: 1.9 }));
      this.drawing = svg('svg', { viewBox: '0 0 240 124', role: 'img' }, svg('path', { d: OUTLINE }), ...this.dots);
      this.caption = h('p', { class: 'nl-hint' });
      this.replaceChildren(this.drawing, this.caption);
      this.draw();
    }
    attributeChangedCallback() {
      if (this.dots) this.draw();
    }
    draw() {
      const given = this.getAttribute('out');
      const out = Math.floor(Number(given));
      this.dots.forEach((dot, n) => dot.classList.toggle('is-out', n < out));
      this.caption.textContent = given ? say(words.share.stays, { out, stays: 100 - out }) : words.share.unknown;
      this.drawing.setAttribute('aria-label', words.share.label + ' ' + this.caption.textContent);
    }
  }
  if (globalThis.customElements && !customElements.get('nl-share')) customElements.define('nl-share', Share);
})();
