/**
 * Reads the bytes of a body, but no more than so many: a sender may give no `Content-Length`, or a wrong one.
 *
 * @returns nothing where there are more
 */
export async function readAtMost(
  maxBytes: number,
  { body, headers }: Pick<Request, 'body' | 'headers'>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(headers.get('content-length')) > maxBytes) return;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > maxBytes) {
      // Not waited for: a sender may hold the stream open.
      reader.cancel().catch(() => {});
      return;
    }
    chunks.push(value);
  }
  return join(chunks, length);
}

function join(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
