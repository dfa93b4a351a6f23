/* board-liver.js: the map of the liver on a board: the drawing of the liver map, fed by the board's patient.

     NetLearn.boardLiver(board, change)   { element, show(values, edition) }; null where the board asks no map.
         change(more): what is told anew; null takes it back. A map takes the place of a type that was told, and the other way round. */
(function () {
  'use strict';
  const NetLearn = globalThis.NetLearn;
  const { h, words, say } = NetLearn;
  const { dataOf, MAP } = NetLearn.board.parts;
  const W = words.board;
  const [TABLE, DIFFUSE] = ['liver-involvement', 'diffuse_multifocal'];
  const WIDE = '(min-width: 60rem)';

  const tableOf = (edition) => NetLearn.tables[TABLE][edition];
  /* the name under which a table is told the type */
  const typeName = (board, edition) => {
    const requires = dataOf(edition, board).tables.flatMap((entry) => Object.entries(entry.requires));
    const found = requires.find(([, table]) => table === TABLE);
    return found && found[0];
  };
  const without = (map) => Object.fromEntries(Object.entries(map).filter(([, state]) => state !== 'none'));

  NetLearn.boardLiver = (board, change) => {
    if (!NetLearn.liverPicture || !NetLearn.tables[TABLE]) return null;
    let now = [{}, ''];
    /* one press: the segments as they are then; with none left nothing is told of them */
    const pressed = (more) => {
      const [values, edition] = now;
      const type = typeName(board, edition);
      const told = type && type in values ? { [type]: null } : {};
      if (DIFFUSE in more) return change({ ...told, ...more });
      const map = without({ ...values[MAP], ...more });
      return change({ ...told, [MAP]: Object.keys(map).length ? map : null });
    };
    const picture = NetLearn.liverPicture(pressed);
    const said = h('p', { class: 'nl-board-type', role: 'status' });
    const element = h('details', { class: 'nl-more nl-board-liver', open: matchMedia(WIDE).matches }, h('summary', {}, W.liver), said, h('div', {}, ...picture.elements));
    const typeOf = (values, edition) => {
      const type = typeName(board, edition);
      const table = tableOf(edition);
      if (values[type]) return [NetLearn.verdictLabel(table, values[type]), W.liver_told];
      if (!values[MAP]) return [NetLearn.words.map.title, W.liver_empty];
      const marks = Object.fromEntries(NetLearn.liverSegments.map((segment) => [segment, values[MAP][segment] || 'none']));
      const decision = NetLearn.decide(table, { ...marks, [DIFFUSE]: values[DIFFUSE] });
      return [NetLearn.titleOf(table, decision), decision.error || decision.because];
    };
    const show = (values, edition) => {
      now = [values, edition];
      element.hidden = !typeName(board, edition);
      if (element.hidden) return;
      picture.show({ ...values[MAP], [DIFFUSE]: values[DIFFUSE] });
      const [title, why] = typeOf(values, edition);
      const line = say('{title}. {why}', { title, why });
      if (said.textContent !== line) said.replaceChildren(h('b', {}, title + '.'), ' ', why);
    };
    return { element, show };
  };
})();
