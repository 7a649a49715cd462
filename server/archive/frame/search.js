// Search by name in an archive: a list that is loaded as a script, because a page from a disk may load nothing else.
(() => {
  const most = 50;
  const box = document.getElementById('archive-search');
  const field = box.querySelector('input');
  const list = document.getElementById('archive-found');
  const said = document.getElementById('archive-said');
  const all = document.getElementById('archive-all');
  const words = box.dataset;

  const folded = (text) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/ə/g, 'e')
      .replace(/ı/g, 'i');

  const search = () => {
    const asked = folded(field.value).split(/\s+/).filter(Boolean);
    all.hidden = asked.length > 0;
    const found = asked.length === 0 ? [] : window.archiveNames.filter(([, , , text]) => asked.every((word) => text.includes(word)));
    list.replaceChildren(
      ...found.slice(0, most).map(([title, hint, address]) => {
        const item = document.createElement('li');
        const link = item.appendChild(document.createElement('a'));
        link.href = address;
        link.textContent = title;
        item.appendChild(document.createElement('span')).textContent = hint;
        return item;
      }),
    );
    said.textContent = asked.length === 0 ? '' : found.length === 0 ? words.none : found.length > most ? words.some : '';
  };

  for (const name of window.archiveNames) name[3] = folded(name[3]);
  box.hidden = false;
  field.addEventListener('input', search);
  search();
})();
