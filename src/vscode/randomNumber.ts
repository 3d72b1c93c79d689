/** In [0, 1), from the system's source of randomness, in Node and in web workers: two people's ids must not meet. */
export function randomNumber(): number {
  const numbers = crypto.getRandomValues(new Uint32Array(2));
  return ((numbers[0] as number) * 2 ** 21 + ((numbers[1] as number) >>> 11)) / 2 ** 53;
}
