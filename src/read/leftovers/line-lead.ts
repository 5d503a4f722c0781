/** What may stand before the first word of a line: space (also invisible), quote and list marks, a box, `#`. A regular expression. */
export const LINE_LEAD = String.raw`(?:[\s\p{Cf}>]|[-*+]\s|\d{1,9}[.)]\s|\[[ xX]\]\s|#{1,6}\s)*`;
