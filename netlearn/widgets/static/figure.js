/* figure.js: draws a figure of the book when it comes near, in the colours of the theme and for the width at hand. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const WIDE = 560; // px of the figure from which the wide drawing fits
  const CONFIG = { displayModeBar: false, responsive: true };

  /* "var(--nl-c1)" anywhere in the drawing becomes the colour it has here and now */
  const resolve = (part, style) => {
    if (typeof part === 'string') return part.replace(/var\((--[\w-]+)\)/g, (_, name) => style.getPropertyValue(name).trim());
    if (Array.isArray(part)) return part.map((item) => resolve(item, style));
    if (part && typeof part === 'object') return Object.fromEntries(Object.entries(part).map(([k, v]) => [k, resolve(v, style)]));
    return part;
  };

  /* Plotly comes from the site itself, once, when the first figure needs it. A module loader on the page
     would swallow it, so its `define.amd` is hidden meanwhile. */
  const loadPlotly = () => {
    NetLearn.plotly = NetLearn.plotly || (globalThis.Plotly ? Promise.resolve(globalThis.Plotly) : fetchPlotly());
    return NetLearn.plotly;
  };
  const fetchPlotly = () =>
    new Promise((resolved, failed) => {
      const amd = globalThis.define && globalThis.define.amd;
      const restore = () => amd && (globalThis.define.amd = amd);
      if (amd) globalThis.define.amd = undefined;
      const script = document.createElement('script');
      script.src = NetLearn.root + 'vendor/plotly-basic.min.js';
      script.onload = () => (restore(), resolved(globalThis.Plotly));
      script.onerror = () => (restore(), failed(new Error('no plotly')));
      document.head.append(script);
    });

  const soon = (element, run) => {
    if (!globalThis.IntersectionObserver) return run();
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      run();
    }, { rootMargin: '600px' });
    watch.observe(element);
  };

  /* host holds <figure> with .plot, <details> and the drawings as JSON; without Plotly the words and numbers stay open */
  NetLearn.figure = (host) => {
    const plot = host.querySelector('.plot');
    const source = host.querySelector('script[type="application/json"]');
    const details = host.querySelector('details');
    if (!plot || !source) return;
    const drawings = JSON.parse(source.textContent);
    let drawn = '';
    const which = () => (plot.clientWidth >= WIDE || !drawings.narrow ? 'wide' : 'narrow');
    const draw = (Plotly) => {
      drawn = which();
      const { data, layout } = resolve(drawings[drawn], getComputedStyle(plot));
      return Plotly.react(plot, data, { ...layout, autosize: true, width: undefined }, CONFIG);
    };
    const follow = (Plotly) => {
      NetLearn.onTheme(() => draw(Plotly));
      new ResizeObserver(() => which() !== drawn && draw(Plotly)).observe(plot);
    };
    /* nothing jumps when the drawing arrives: its room is kept, and the words are folded beforehand. How wide it is
       is heard from the first layout of the page: to ask now would be a layout more, before any widget answers. */
    const keep = new ResizeObserver(() => (keep.disconnect(), (plot.style.minHeight = (drawings[which()].layout || {}).height + 'px')));
    const open = (opened) => details && (details.open = opened);
    const giveUp = () => (keep.disconnect(), (plot.style.minHeight = ''), open(true));
    open(false);
    keep.observe(plot);
    let begun = null;
    const begin = () =>
      (begun =
        begun ||
        loadPlotly()
          .then((Plotly) => draw(Plotly).then(() => follow(Plotly)))
          .then(() => host.setAttribute('data-drawn', drawn))
          .catch(giveUp));
    /* before paper: what can be drawn at once is; where the drawing library is not here yet, words and numbers stand open */
    addEventListener('beforeprint', () => {
      if (drawn) return;
      if (globalThis.Plotly) begun = draw(globalThis.Plotly).then(() => follow(globalThis.Plotly));
      else giveUp();
    });
    soon(host, begin);
    NetLearn.figureTools(host, begin);
  };
})();
