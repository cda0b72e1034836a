// The search of the directory: words are looked up on shelves of the index, which are loaded when they are asked for.
(() => {
  const box = document.getElementById('q');
  const list = document.getElementById('found');
  const told = document.getElementById('told');
  if (!box || !list || !told) return;
  box.closest('form').hidden = false;

  const { shelves, domain, index } = document.documentElement.dataset;
  const known = new Set(shelves.split(' '));
  const peopleInPart = 250;
  const most = 30;
  const waiting = new Map();
  let organizations = [];

  // What the files of data/ call.
  window.danhba = {
    organizations: (rows) => {
      organizations = rows.map((row) => ({ row, words: row[3].split(' ') }));
    },
    shelf: (name, words) => waiting.get(`w/${name}`)?.keep(words),
    people: (number, rows) => waiting.get(`p/${number}`)?.keep(rows),
  };

  // A script and not fetch: pages in a folder may not fetch, and the policy lets nothing else in.
  function load(name) {
    if (!waiting.has(name)) {
      const one = {};
      one.ready = new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = `data/${index}/${name}.js`;
        script.onload = () => resolve(one.data);
        script.onerror = () => {
          waiting.delete(name);
          reject(new Error(name));
        };
        one.keep = (data) => {
          one.data = data;
        };
        document.head.append(script);
      });
      waiting.set(name, one);
    }
    return waiting.get(name).ready;
  }

  const fold = (text) =>
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replaceAll('đ', 'd')
      .replaceAll('ƀ', 'b')
      .replaceAll(`@${domain}`, ' ')
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== '');

  /** The numbers of those who have a word that begins so, and whether one of them has the whole word. */
  async function peopleOf(word) {
    const names = word.length > 1 ? [word.slice(0, 2)] : [...known].filter((name) => name[0] === word);
    const found = new Map();
    for (const name of names.filter((one) => known.has(one))) {
      for (const [key, steps] of Object.entries(await load(`w/${name}`))) {
        if (!key.startsWith(word)) continue;
        let number = 0;
        for (const step of steps.split(' ')) {
          number += Number.parseInt(step, 36);
          if (key === word || !found.has(number)) found.set(number, key === word);
        }
      }
    }
    return found;
  }

  async function search(words) {
    const ofPeople = await Promise.all(words.map(peopleOf));
    const ofHouses = words.map((word) =>
      organizations.map((one) => one.words.some((own) => own.startsWith(word))),
    );
    const houses = organizations.filter((_, index) => ofHouses.every((hits) => hits[index]));
    const scores = new Map();
    organizations.forEach(({ row: [, , , , first, count] }, index) => {
      // Each word is a person's own or the organization's, and one at least is the person's own.
      for (let number = first; number < first + count; number++) {
        let score = 0;
        for (let at = 0; at < words.length && score >= 0; at++) {
          const whole = ofPeople[at].get(number);
          if (whole !== undefined) score += whole ? 1000 : 100;
          else if (!ofHouses[at][index]) score = -1;
        }
        if (score > 0) scores.set(number, score);
      }
    });
    const people = [...scores].sort(([a, x], [b, y]) => y - x || a - b).map(([number]) => number);
    return { houses, people };
  }

  const link = (href, text) => {
    const anchor = document.createElement('a');
    anchor.href = href;
    anchor.dir = 'auto';
    anchor.textContent = text;
    return anchor;
  };

  function item(href, name, lines) {
    const one = document.createElement('li');
    one.append(link(href, name));
    for (const line of lines.filter((text) => text !== '')) {
      const part = document.createElement('span');
      part.dir = 'auto';
      part.textContent = line;
      one.append(part);
    }
    return one;
  }

  async function itemsOf({ houses, people }) {
    const shown = people.slice(0, Math.max(0, most - Math.min(houses.length, 8)));
    const rows = await Promise.all(
      shown.map(async (number) => {
        const part = Math.floor(number / peopleInPart);
        return (await load(`p/${part}`))[number % peopleInPart];
      }),
    );
    return [
      ...houses.slice(0, 8).map(({ row: [id, name, address] }) => item(`o/${id}.html`, name, [address])),
      ...rows.map(([slug, name, title, address, house, state]) => {
        const lines = [title, organizations[house].row[1], address];
        const one = item(`p/${slug}.html`, name, state ? [told.dataset[state], ...lines] : lines);
        if (state) one.className = 'away';
        return one;
      }),
    ];
  }

  let asked = 0;
  async function show() {
    const mine = ++asked;
    const words = [...new Set(fold(box.value))];
    if (words.length === 0) {
      list.replaceChildren();
      told.textContent = '';
      return;
    }
    try {
      await load('organizations');
      const found = await search(words);
      const items = await itemsOf(found);
      if (mine !== asked) return;
      list.replaceChildren(...items);
      const count = found.houses.length + found.people.length;
      told.textContent = told.dataset[count === 0 ? 'none' : 'some'].replaceAll('{n}', String(count));
    } catch {
      if (mine !== asked) return;
      list.replaceChildren();
      told.textContent = told.dataset.broken;
    }
  }

  box.addEventListener('input', show);
  box.closest('form').addEventListener('submit', (event) => {
    event.preventDefault();
    show();
  });
  if (box.value !== '') show();
})();
