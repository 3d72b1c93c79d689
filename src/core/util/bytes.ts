/** Reads little-endian binary data. Reading past the end yields zeros and sets `overrun`: the caller checks it once at the end. */
export class ByteReader {
  private at = 0;
  overrun = false;

  constructor(private readonly bytes: Uint8Array) {}

  u8(): number {
    const { at, bytes } = this;
    this.at = at + 1;
    if (at < bytes.length) return bytes[at] as number;
    this.overrun = true;
    return 0;
  }

  u32(): number {
    return (this.u8() | (this.u8() << 8) | (this.u8() << 16) | (this.u8() << 24)) >>> 0;
  }

  f32(): number {
    scratch.setUint32(0, this.u32());
    return scratch.getFloat32(0);
  }

  /** Unsigned LEB128 of up to 32 bits. */
  varint(): number {
    const first = this.u8();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    for (let shift = 7; shift < 35; shift += 7) {
      const byte = this.u8();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value >>> 0;
  }

  /** A count read from damaged data must not make the caller allocate more than the data can hold. */
  count(): number {
    const value = this.varint();
    if (value <= this.bytes.length - this.at) return value;
    this.overrun = true;
    return 0;
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) this.overrun = true;
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }
}

/** Writes what `ByteReader` reads. */
export class ByteWriter {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;

  u8(value: number): void {
    if (this.length === this.bytes.length) this.grow();
    this.bytes[this.length++] = value;
  }

  u32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.u8((value >>> shift) & 0xff);
  }

  f32(value: number): void {
    scratch.setFloat32(0, value);
    this.u32(scratch.getUint32(0));
  }

  varint(value: number): void {
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.u8((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.u8(rest);
  }

  put(bytes: Uint8Array): void {
    for (const byte of bytes) this.u8(byte);
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private grow(): void {
    const wider = new Uint8Array(this.bytes.length * 2);
    wider.set(this.bytes);
    this.bytes = wider;
  }
}

/** CRC-32 as in ISO 3309 (zlib, PNG). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  // An index is several times as fast as an iterator, and a model has megabytes.
  for (let i = 0; i < bytes.length; i++)
    crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[i] as number)) & 0xff] as number);
  return (crc ^ 0xffffffff) >>> 0;
}

const scratch = new DataView(new ArrayBuffer(4));

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
