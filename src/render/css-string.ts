/** Text as a CSS string, quotes included, that is safe inside a `<style>` element too. */
export function cssString(text: string): string {
  const escaped = text.replace(/["\\<>\p{Cc}\p{Zl}\p{Zp}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}
