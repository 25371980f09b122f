// Where the words of each class and step stand on the page.
import { makeElement } from "./details.js";

export const titlesInWords = () => Array.from(document.querySelectorAll("#words article > h5"), (title) => title.textContent);

// A page of hundreds leaves out what follows from the order of its classes: the names of articles and of ways in, and
// the links of titles.
export function nameWords({ classes }) {
  const articles = document.querySelectorAll("#words article:not([id])");
  articles.forEach((article, place) => {
    const { id, into } = classes[place];
    article.id = "c-" + id;
    const [title, , ...told] = article.children;
    into.forEach(([step], at) => { told[at].id = "s-" + step; });
    title.replaceChildren(makeElement("a", title.textContent, { href: "#c-" + id }));
  });
}
