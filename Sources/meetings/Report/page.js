"use strict";
(() => {
  // A row: day, numbers of bodies, number of the session, title, number of the chair, address, file, agenda, other directives.
  const { bodies, chairs, rows, words } = JSON.parse(document.getElementById("data").textContent);
  const page = 100;
  const bodyOf = row => row[1].map(i => bodies[i]).join("、") + (row[2] === null ? "" : " " + row[2]);
  const cell = [row => row[0] || "", bodyOf, row => row[3], row => row[4] === null ? "" : chairs[row[4]]];
  const folded = text => text.normalize("NFKC").toLowerCase();
  const texts = rows.map(row => folded(
    cell.map(of => of(row)).join(" ") + " " + (row[7] || []).map(item => item[0] + item[1]).join(" ")));
  const body = document.querySelector("#list tbody"), count = document.getElementById("count");
  const search = document.getElementById("search"), more = document.getElementById("more");
  let order = rows.map((_, i) => i), matches = order, shown = 0;

  function element(name, text, ...children) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  }

  function sentences(list) { return element("ul", "", ...list.map(text => element("li", text))); }

  function unfolded(row) {
    const cell = element("td", "");
    cell.colSpan = 4;
    if (row[7] && row[7].length) {
      cell.append(element("ol", "", ...row[7].map(([action, title, directives]) =>
        element("li", action + " " + title, ...(directives && directives.length ? [sentences(directives)] : [])))));
    }
    if (row[8] && row[8].length) cell.append(sentences(row[8]));
    if (row[5]) {
      const link = element("a", row[6]);
      link.href = row[5];
      link.rel = "noreferrer noopener";
      cell.append(element("p", "", link));
    } else {
      cell.append(element("p", row[6]));
    }
    const line = element("tr", "", cell);
    line.className = "fold";
    return line;
  }

  function line(i) {
    const row = rows[i], title = element("button", row[3] || bodyOf(row) || row[6]);
    title.setAttribute("aria-expanded", "false");
    const made = element("tr", "", element("td", cell[0](row)), element("td", bodyOf(row)), element("td", "", title), element("td", cell[3](row)));
    title.addEventListener("click", () => {
      const opens = title.getAttribute("aria-expanded") === "false";
      title.setAttribute("aria-expanded", String(opens));
      if (opens) made.after(unfolded(row)); else made.nextSibling.remove();
    });
    return made;
  }

  function show(from) {
    if (from === 0) body.replaceChildren();
    const next = matches.slice(from, from + page);
    body.append(...next.map(line));
    shown = from + next.length;
    more.hidden = shown >= matches.length;
    count.textContent = words.of.replace("{1}", matches.length.toLocaleString("en")).replace("{2}", rows.length.toLocaleString("en"));
  }

  function find() {
    const wanted = folded(search.value).split(/\s+/).filter(Boolean);
    matches = wanted.length ? order.filter(i => wanted.every(word => texts[i].includes(word))) : order;
    show(0);
  }

  function sort(heading, column) {
    const turned = heading.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    for (const other of heading.parentNode.children) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", turned === 1 ? "ascending" : "descending");
    const keys = rows.map(cell[column]);
    // What has no value stands last, either way.
    order = rows.map((_, i) => i).sort((a, b) =>
      (keys[a] === "") - (keys[b] === "") || turned * (keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : 0) || a - b);
    find();
  }

  for (const button of document.querySelectorAll("#list th button")) {
    button.addEventListener("click", () => sort(button.parentNode, Number(button.dataset.column)));
  }
  search.addEventListener("input", find);
  more.addEventListener("click", () => show(shown));
  document.addEventListener("keydown", event => {
    if (event.key === "/" && event.target !== search) { event.preventDefault(); search.focus(); }
    if (event.key === "Escape" && event.target === search) { search.value = ""; find(); }
  });
  show(0);
})();
