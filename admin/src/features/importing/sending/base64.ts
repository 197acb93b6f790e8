/** As many characters as a call can take as arguments everywhere. */
const callMax = 8_192;

/** Bytes as the API takes them. */
export const toBase64 = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += callMax) text += String.fromCharCode(...bytes.subarray(at, at + callMax));
  return btoa(text);
};
