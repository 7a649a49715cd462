/** A geometry in a cell: GeoJSON as Cornerstone writes it, or WKT as maps give it. Null where it is neither. */
export function readGeometryText(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) {
    try {
      const found: unknown = JSON.parse(trimmed);
      return found;
    } catch {
      return null;
    }
  }
  return readWkt(trimmed);
}

/** How deeply the coordinates of each form lie in parentheses. */
const forms: Readonly<Record<string, { readonly type: string; readonly depth: number }>> = {
  POINT: { type: 'Point', depth: 0 },
  LINESTRING: { type: 'LineString', depth: 1 },
  POLYGON: { type: 'Polygon', depth: 2 },
  MULTIPOINT: { type: 'MultiPoint', depth: 1 },
  MULTILINESTRING: { type: 'MultiLineString', depth: 2 },
  MULTIPOLYGON: { type: 'MultiPolygon', depth: 3 },
};

function readWkt(text: string): unknown {
  const match = /^(?:SRID=4326;\s*)?([A-Z]+)\s*(\(.*\))$/is.exec(text);
  const form = forms[(match?.[1] ?? '').toUpperCase()];
  if (!form || !/^[-\d.\s,()eE+]+$/.test(match?.[2] ?? '')) return null;
  // `(1 2, 3 4)` becomes `[[1,2],[3,4]]`: a comma parts positions, a space the numbers of one.
  const json = (match?.[2] ?? '')
    .trim()
    .replace(/\s*([(),])\s*/g, '$1')
    .replace(/[^(),]+/g, (position) => `[${position.trim().split(/\s+/).join(',')}]`)
    .replaceAll('(', '[')
    .replaceAll(')', ']');
  try {
    const nested: unknown = JSON.parse(json);
    return { type: form.type, coordinates: unwrapped(nested, form) };
  } catch {
    return null;
  }
}

/** A point's parentheses are one level more than its coordinates; some programs put each point of many in its own. */
function unwrapped(nested: unknown, { type, depth }: { readonly type: string; readonly depth: number }): unknown {
  if (!Array.isArray(nested)) return nested;
  if (depth === 0) return nested[0];
  const isEachAlone = type === 'MultiPoint' && nested.every((each) => Array.isArray(each) && Array.isArray(each[0]));
  return isEachAlone ? nested.map((each: unknown[]) => each[0]) : nested;
}
