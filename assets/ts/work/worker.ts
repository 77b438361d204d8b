// Finds the number of a challenge, as a worker, so that the page goes on (../work.ts). Written out, since crypto.subtle is there with https only,
// and asking it once for each number takes longer than the number itself.
export {};

// The types of pages and of workers that say the same can't stand beside each other.
declare const self: { addEventListener(type: "message", heard: (event: MessageEvent<Wish>) => void): void; postMessage(answer: number | null): void };

interface Wish { salt: string; challenge: string; maxnumber: number }

const rounds = new Uint32Array(64);
const start = new Uint32Array(8);
for (let prime = 2, found = 0; found < 64; prime++) {
  let isPrime = true;
  for (let by = 2; by * by <= prime && isPrime; by++) isPrime = prime % by !== 0;
  if (!isPrime) continue;
  if (found < 8) start[found] = (Math.sqrt(prime) % 1) * 2 ** 32;
  rounds[found++] = (Math.cbrt(prime) % 1) * 2 ** 32;
}

const words = new Uint32Array(64);
const state = new Uint32Array(8);

/** SHA-256 of the first bytes; the buffer has room for what is put behind them. */
function hash(buffer: Uint8Array, view: DataView, length: number): Uint32Array {
  const end = (length + 8 >> 6) + 1 << 6;
  buffer.fill(0, length, end);
  buffer[length] = 0x80;
  view.setUint32(end - 4, length * 8);
  state.set(start);
  for (let block = 0; block < end; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(block + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = words[i - 15]!, y = words[i - 2]!;
      words[i] = words[i - 16]! + words[i - 7]! + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3) + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10);
    }
    let a = state[0]!, b = state[1]!, c = state[2]!, d = state[3]!, e = state[4]!, f = state[5]!, g = state[6]!, h = state[7]!;
    for (let i = 0; i < 64; i++) {
      const one = h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + rounds[i]! + words[i]! | 0;
      const two = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c) | 0;
      h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
    }
    state[0]! += a; state[1]! += b; state[2]! += c; state[3]! += d; state[4]! += e; state[5]! += f; state[6]! += g; state[7]! += h;
  }
  return state;
}

/** The number whose hash behind the salt is the challenge; null when there is none. */
function find({ salt, challenge, maxnumber }: Wish): number | null {
  const target = new Uint32Array(8);
  for (let i = 0; i < 8; i++) target[i] = parseInt(challenge.slice(i * 8, i * 8 + 8), 16);
  const prefix = new TextEncoder().encode(salt);
  const buffer = new Uint8Array(prefix.length + 128);
  const view = new DataView(buffer.buffer);
  buffer.set(prefix);
  for (let number = 0; number <= maxnumber; number++) {
    const digits = `${number}`;
    for (let i = 0; i < digits.length; i++) buffer[prefix.length + i] = digits.charCodeAt(i);
    const found = hash(buffer, view, prefix.length + digits.length);
    if (found[0] === target[0] && found.every((word, i) => word === target[i])) return number;
  }
  return null;
}

self.addEventListener("message", event => self.postMessage(find(event.data)));
