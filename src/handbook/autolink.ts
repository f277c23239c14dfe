/** Addresses of the web that stand in a text without brackets around them. */

/**
 * Chinese letters and punctuation, and the quotation marks, dashes and dots that Chinese shares with others. GFM takes
 * all of them for a part of the address, up to the next blank.
 */
const beyond = /[\u2010-\u2027\u2030-\u205e\u3000-\u303f\uff00-\uffef\p{Script=Han}]/u;

/** Where an address that begins a text is over: at the first character that cannot be meant as a part of it. */
export function addressEnd(text: string): number {
  const end = text.search(beyond);
  return end < 0 ? text.length : end;
}
