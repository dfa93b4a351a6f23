/* search-rank.js: ranks the entries of the index against what a reader typed. No page, no clock: a test may run it alone. */
(function () {
  'use strict';
  const SHOWN = 12;
  const STRONG = 3; // a word of the value against one of the sentence
  const HELPER = 1.5; // words that only help to find
  const PREFIX = 0.55; // a word that only begins as the reader's does
  const LEAST = 3; // letters from which a beginning counts

  const plain = (text) =>
    text
      .replace(/[µμ]/g, 'u')
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/\b(ki)[- ]?(67)\b/g, '$1$2')
      .replace(/(\d)[,.](\d)/g, '$1.$2');
  const words = (text) => plain(text).match(/[a-z]+\d+[a-z]*|\d+(?:\.\d+)?|[a-z]+/g) || [];

  /* every spelling becomes the course's word; one of several words is replaced first */
  const speller = (synonyms) => {
    const one = new Map();
    const several = [];
    for (const [word, spellings] of Object.entries(synonyms))
      for (const spelling of [word, ...spellings]) {
        const parts = words(spelling);
        if (parts.length > 1) several.push([parts.join(' '), word]);
        else if (parts.length) one.set(parts[0], word);
      }
    const stem = (word) => (word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word);
    return (text) => {
      let joined = ' ' + words(text).join(' ') + ' ';
      for (const [parts, word] of several) joined = joined.replaceAll(' ' + parts + ' ', ' ' + word + ' ');
      return joined.trim().split(' ').filter(Boolean).map((word) => one.get(word) || one.get(stem(word)) || stem(word));
    };
  };

  /* {search(text) → entries, the best first} */
  const index = ({ places, fields, synonyms, ignored }) => {
    const [ids, values, sentences, helpers, ranks] = fields.map((field) => field.split('|'));
    const standing = places.flatMap(([prefix, where, href, count]) => Array(count).fill([prefix, where, href]));
    const entries = standing.map(([prefix, where, href], n) => {
      const address = (id) => (/^[#]/.test(id) ? id : id.replace(/[./]/g, '-'));
      return {
        id: prefix + ids[n],
        value: values[n],
        sentence: sentences[n],
        helpers: helpers[n] + ' ' + ids[n].replace(/\d/g, ' '),
        rank: +ranks[n] || 1,
        where: where.replace('{id}', ids[n]),
        href: href.replace('{id}', address(ids[n])).replace('{key}', address(prefix + ids[n])),
      };
    });
    const spell = speller(synonyms);
    const silent = new Set(ignored.flatMap(spell));
    const weights = entries.map(({ value, sentence, where, helpers }) => {
      const found = new Map();
      const add = (text, weight) => spell(text).forEach((word) => found.set(word, Math.max(found.get(word) || 0, weight)));
      add(sentence, 1);
      add(where, 1);
      add(helpers, HELPER);
      add(value, STRONG);
      return found;
    });
    const lengths = entries.map(({ value, sentence }) => 1 + Math.log(2 + spell(value + ' ' + sentence).length) / 4);
    const holding = new Map();
    weights.forEach((found, n) => found.forEach((_, word) => holding.set(word, (holding.get(word) || []).concat(n))));
    const vocabulary = [...holding.keys()];
    const rarity = (count) => Math.log(1 + entries.length / (1 + count));

    /* how well each entry holds one of the reader's words, 0 to 1 and weighted */
    const scores = (word) => {
      const found = new Map();
      const take = (known, share) =>
        holding.get(known).forEach((n) => found.set(n, Math.max(found.get(n) || 0, share * weights[n].get(known))));
      if (word.length >= LEAST) vocabulary.forEach((known) => known !== word && known.startsWith(word) && take(known, PREFIX));
      if (holding.has(word)) take(word, 1);
      return found;
    };
    const search = (text) => {
      const asked = [...new Set(spell(text))];
      const telling = asked.filter((word) => !silent.has(word));
      const total = new Map();
      const covered = new Map();
      let all = 0;
      for (const word of telling.length ? telling : asked) {
        const found = scores(word);
        const worth = rarity(found.size);
        all += worth;
        found.forEach((weight, n) => {
          total.set(n, (total.get(n) || 0) + worth * (1 + Math.log(weight + 1)));
          covered.set(n, (covered.get(n) || 0) + worth);
        });
      }
      const score = (n) => (total.get(n) * (covered.get(n) / all) ** 2 * entries[n].rank) / lengths[n];
      return [...total.keys()].sort((a, b) => score(b) - score(a) || a - b).slice(0, SHOWN).map((n) => entries[n]);
    };
    return { entries, search };
  };
  globalThis.NetLearnRank = index;
})();
