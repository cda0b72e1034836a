/** Reads the addresses out of a mailto URI (RFC 6068). */

/** Every recipient the URI names; undefined for any other URI, and for one that cannot be read. */
export function readMailto(uri: string): readonly string[] | undefined {
  const found = /^mailto:([^?#]*)(?:\?([^#]*))?(?:#.*)?$/is.exec(uri.trim());
  if (found === null) return undefined;
  const fields = (found[2] ?? '').split('&').map((field) => {
    const [name = '', ...value] = field.split('=');
    return { name, value: value.join('=') };
  });
  const recipients = [found[1] ?? ''];
  for (const field of fields) {
    const name = decode(field.name)?.trim().toLowerCase();
    if (name === undefined) return undefined;
    if (['to', 'cc', 'bcc', 'resent-to'].includes(name)) recipients.push(field.value);
  }
  // Commas between addresses are written as they are; one within an address is encoded.
  const encoded = recipients.flatMap((list) => list.split(',')).filter((address) => address.trim() !== '');
  const addresses = encoded.flatMap((address) => decode(address) ?? []);
  return addresses.length === encoded.length && addresses.length > 0 ? addresses : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
