export interface Eigen {
  /** Ascending. */
  values: number[];
  /** `vectors[i][k]`: component `i` of the eigenvector of `values[k]`. */
  vectors: Float64Array[];
}

/**
 * Eigenvalues and vectors of a real symmetric matrix: Householder tridiagonalisation, then QL with implicit shifts
 * (EISPACK's tred2 and tql2 as in JAMA, public domain). O(n³); n is a few hundred here.
 */
export function symmetricEigen(matrix: readonly Float64Array[]): Eigen {
  const n = matrix.length;
  const flat = new Float64Array(n * n);
  matrix.forEach((row, i) => flat.set(row, i * n));
  const d = new Float64Array(n);
  const e = new Float64Array(n);
  tridiagonalize(flat, d, e, n);
  diagonalize(flat, d, e, n);
  const order = [...d.keys()].sort((a, b) => at(d, a) - at(d, b));
  return {
    values: order.map((k) => at(d, k)),
    vectors: Array.from({ length: n }, (_, i) => Float64Array.from(order, (k) => at(flat, i * n + k))),
  };
}

// Indices are in range by construction; the assertion keeps the loops free of branches.
const at = (array: Float64Array, i: number): number => array[i] as number;

function tridiagonalize(V: Float64Array, d: Float64Array, e: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) d[j] = at(V, (n - 1) * n + j);
  for (let i = n - 1; i > 0; i--) {
    let scale = 0;
    let h = 0;
    for (let k = 0; k < i; k++) scale += Math.abs(at(d, k));
    if (scale === 0) {
      e[i] = at(d, i - 1);
      for (let j = 0; j < i; j++) {
        d[j] = at(V, (i - 1) * n + j);
        V[i * n + j] = 0;
        V[j * n + i] = 0;
      }
    } else {
      for (let k = 0; k < i; k++) {
        d[k] = at(d, k) / scale;
        h += at(d, k) ** 2;
      }
      let f = at(d, i - 1);
      let g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h);
      e[i] = scale * g;
      h -= f * g;
      d[i - 1] = f - g;
      e.fill(0, 0, i);
      for (let j = 0; j < i; j++) {
        f = at(d, j);
        V[j * n + i] = f;
        g = at(e, j) + at(V, j * n + j) * f;
        for (let k = j + 1; k < i; k++) {
          g += at(V, k * n + j) * at(d, k);
          e[k] = at(e, k) + at(V, k * n + j) * f;
        }
        e[j] = g;
      }
      f = 0;
      for (let j = 0; j < i; j++) {
        e[j] = at(e, j) / h;
        f += at(e, j) * at(d, j);
      }
      const half = f / (h + h);
      for (let j = 0; j < i; j++) e[j] = at(e, j) - half * at(d, j);
      for (let j = 0; j < i; j++) {
        f = at(d, j);
        g = at(e, j);
        for (let k = j; k < i; k++) V[k * n + j] = at(V, k * n + j) - (f * at(e, k) + g * at(d, k));
        d[j] = at(V, (i - 1) * n + j);
        V[i * n + j] = 0;
      }
    }
    d[i] = h;
  }
  accumulate(V, d, n);
  e[0] = 0;
}

/** Turns the stored reflections into the orthogonal matrix that made the tridiagonal one. */
function accumulate(V: Float64Array, d: Float64Array, n: number): void {
  for (let i = 0; i < n - 1; i++) {
    V[(n - 1) * n + i] = at(V, i * n + i);
    V[i * n + i] = 1;
    const h = at(d, i + 1);
    if (h !== 0) {
      for (let k = 0; k <= i; k++) d[k] = at(V, k * n + i + 1) / h;
      for (let j = 0; j <= i; j++) {
        let g = 0;
        for (let k = 0; k <= i; k++) g += at(V, k * n + i + 1) * at(V, k * n + j);
        for (let k = 0; k <= i; k++) V[k * n + j] = at(V, k * n + j) - g * at(d, k);
      }
    }
    for (let k = 0; k <= i; k++) V[k * n + i + 1] = 0;
  }
  for (let j = 0; j < n; j++) {
    d[j] = at(V, (n - 1) * n + j);
    V[(n - 1) * n + j] = 0;
  }
  V[n * n - 1] = 1;
}

const MAX_ITERATIONS = 60;

function diagonalize(V: Float64Array, d: Float64Array, e: Float64Array, n: number): void {
  for (let i = 1; i < n; i++) e[i - 1] = at(e, i);
  e[n - 1] = 0;
  let shift = 0;
  let magnitude = 0;
  const epsilon = 2 ** -52;
  for (let l = 0; l < n; l++) {
    magnitude = Math.max(magnitude, Math.abs(at(d, l)) + Math.abs(at(e, l)));
    let m = l;
    while (m < n - 1 && Math.abs(at(e, m)) > epsilon * magnitude) m++;
    for (let iteration = 0; m > l && iteration < MAX_ITERATIONS; iteration++) {
      let g = at(d, l);
      let p = (at(d, l + 1) - g) / (2 * at(e, l));
      let r = p < 0 ? -Math.hypot(p, 1) : Math.hypot(p, 1);
      d[l] = at(e, l) / (p + r);
      d[l + 1] = at(e, l) * (p + r);
      const next = at(d, l + 1);
      let h = g - at(d, l);
      for (let i = l + 2; i < n; i++) d[i] = at(d, i) - h;
      shift += h;
      p = at(d, m);
      let [c, c2, c3, s, s2] = [1, 1, 1, 0, 0];
      const offDiagonal = at(e, l + 1);
      for (let i = m - 1; i >= l; i--) {
        c3 = c2;
        c2 = c;
        s2 = s;
        g = c * at(e, i);
        h = c * p;
        r = Math.hypot(p, at(e, i));
        e[i + 1] = s * r;
        s = at(e, i) / r;
        c = p / r;
        p = c * at(d, i) - s * g;
        d[i + 1] = h + s * (c * g + s * at(d, i));
        for (let row = 0; row < n * n; row += n) {
          h = at(V, row + i + 1);
          V[row + i + 1] = s * at(V, row + i) + c * h;
          V[row + i] = c * at(V, row + i) - s * h;
        }
      }
      p = (-s * s2 * c3 * offDiagonal * at(e, l)) / next;
      e[l] = s * p;
      d[l] = c * p;
      if (Math.abs(at(e, l)) <= epsilon * magnitude) break;
    }
    d[l] = at(d, l) + shift;
    e[l] = 0;
  }
}
