// The styles of what only the page at work shows. They come with its program, which the policy of the page names by hash.
import comboBoxStyles from "../finding/combo_box.css";
import exploreStyles from "../explore.css";
import stairStyles from "../stairs.css";
import routeStyles from "../route_answer.css";
import compareStyles from "../compare.css";
import myPathStyles from "../my_path.css";
import myPaperStyles from "../my_paper.css";

export function useLiveStyles() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(comboBoxStyles + exploreStyles + stairStyles + routeStyles + compareStyles + myPathStyles + myPaperStyles);
  document.adoptedStyleSheets = [sheet];
}
