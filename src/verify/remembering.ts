/** Letters and signs of texts that are remembered, and of one of them: what is longer is hardly ever the same twice. */
const MOST_SIGNS = 4_000_000;
const MOST_OF_ONE = 2_000;

/** The same function, which remembers what it makes of each text: the documents of an exam have most of theirs in common. */
export function remembering<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  let signs = 0;
  return (text) => {
    if (text.length > MOST_OF_ONE) return make(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    // A copy: what is cut out of a document would keep all of it.
    const own = Array.from(text).join("");
    const made = make(own);
    signs += own.length;
    if (signs > MOST_SIGNS) {
      known.clear();
      signs = own.length;
    }
    known.set(own, made);
    return made;
  };
}
