import ar from "./ar.md";
import ca from "./ca.md";
import de from "./de.md";
import en from "./en.md";
import es from "./es.md";
import fr from "./fr.md";
import he from "./he.md";
import it from "./it.md";
import ja from "./ja.md";
import ko from "./ko.md";
import nl from "./nl.md";
import pl from "./pl.md";
import pt from "./pt.md";
import ru from "./ru.md";
import tr from "./tr.md";
import zhHans from "./zh-Hans.md";

/**
 * A first exam by the tag of the language it is written in: complete, with remarks that explain it, and with `{file}`
 * where it names itself. They differ in words alone.
 */
export const STARTERS: Readonly<Record<string, string>> = {
  ar,
  ca,
  de,
  en,
  es,
  fr,
  he,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  tr,
  "zh-Hans": zhHans,
};
