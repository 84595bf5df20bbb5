// Responses whose body is at hand. Astro makes a Response of each page, and whoever writes the page reads it back: in
// Node that copies the bytes, wraps them in a stream, and gathers what comes out of the stream, a seventh of the time that
// a page takes. Here the bytes are kept, and the rest is done for whoever asks for it.
//
// Beyond the interface: while pages are rendered, the global `Response` is a subclass of Node's own. Where code makes
// responses by another name, their bodies are read as ever.

const Original = globalThis.Response;
type Body = ConstructorParameters<typeof Response>[0];

const NO_BYTES = new Uint8Array();
/** A response that was read. */
const READ = new Original(NO_BYTES);
await READ.arrayBuffer();

class AtHandResponse extends Original {
  #bytes: Uint8Array<ArrayBuffer> | undefined;
  /** A response of Node's own with the same body, once somebody wants to read it as a Response is read. */
  #plain: Response | undefined;

  constructor(body?: Body, init?: ResponseInit) {
    // Other statuses have rules for bodies, which are Node's to apply.
    const bytes = (init?.status ?? 200) === 200 ? bytesOf(body) : undefined;
    super(bytes ? null : body, init);
    this.#bytes = bytes;
    if (typeof body === 'string' && bytes && !this.headers.has('content-type'))
      this.headers.set('content-type', 'text/plain;charset=UTF-8');
  }

  /** Responses that were made elsewhere are responses too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Function.prototype[Symbol.hasInstance].call(Original, value);
  }

  /**
   * Takes the body of a response that nobody has begun to read, where it is at hand: that response is read then.
   *
   * V8 keeps responses for long. Astro makes objects with getters for each page: their hidden classes are old
   * objects from the beginning, and keep all of the page until old objects are collected.
   */
  static take(response: Response): Uint8Array<ArrayBuffer> | undefined {
    if (!(#bytes in response) || response.#plain) return undefined;
    const bytes = response.#bytes;
    if (bytes) {
      response.#bytes = NO_BYTES;
      response.#plain = READ;
    }
    return bytes;
  }

  get #read(): Response {
    this.#plain ??= new Original(this.#bytes, { headers: this.headers });
    return this.#plain;
  }

  override get body() {
    return this.#bytes ? this.#read.body : super.body;
  }
  override get bodyUsed() {
    return this.#bytes ? this.#plain?.bodyUsed === true : super.bodyUsed;
  }
  override arrayBuffer() {
    return this.#bytes ? this.#read.arrayBuffer() : super.arrayBuffer();
  }
  override blob() {
    return this.#bytes ? this.#read.blob() : super.blob();
  }
  override bytes() {
    return this.#bytes ? this.#read.bytes() : super.bytes();
  }
  override formData() {
    return this.#bytes ? this.#read.formData() : super.formData();
  }
  override json() {
    return this.#bytes ? this.#read.json() : super.json();
  }
  override text() {
    return this.#bytes ? this.#read.text() : super.text();
  }
  override clone(): Response {
    if (!this.#bytes) return super.clone();
    const { status, statusText, headers } = this;
    return new AtHandResponse(this.#plain ? this.#plain.clone().body : this.#bytes, {
      status,
      statusText,
      headers,
    });
  }
}

function bytesOf(body: Body): Uint8Array<ArrayBuffer> | undefined {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  // A copy, as a Response has one.
  return body instanceof Uint8Array ? new Uint8Array(body) : undefined;
}

/**
 * Has the body of responses kept at hand from now on.
 * @returns what ends that
 */
export function keepBodiesAtHand(): () => void {
  const before = globalThis.Response;
  globalThis.Response = AtHandResponse;
  return () => {
    globalThis.Response = before;
  };
}

/** Takes the body of a response, which nobody else reads. */
export async function bodyBytes(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  return AtHandResponse.take(response) ?? new Uint8Array(await response.arrayBuffer());
}
