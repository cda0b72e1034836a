/** Finds organizations that a text for readers calls by their id. */

/** What is copied, a path, an address, and an id beside the name in a list of whom a form may mean. */
const notTold = [/```.*?```/gs, /`[^`\n]*`/g, /\S*[./@]\S*/g, /[\w-]+ · /g];

/** Those of `ids` that stand in the text outside of all that. */
export function bareIds(text: string, ids: readonly string[]): readonly string[] {
  const plain = notTold.reduce((rest, one) => rest.replaceAll(one, ' '), text.replaceAll(/\\|<wbr>/g, ''));
  return ids.filter((id) => new RegExp(`(?<![\\p{L}\\d-])${id}(?![\\p{L}\\d-])`, 'u').test(plain));
}
