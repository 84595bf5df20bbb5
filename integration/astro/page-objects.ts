// The objects that Astro makes of each page, with getters that all pages share. Astro gives them getters of their own: for
// V8 a pair of functions and a hidden class each, which are old objects from the beginning. What an old object points to
// stays until old objects are collected, and these point to all that a page is made of, so that each collection of new
// objects copied a fifth of what pages had left: a quarter of the time that pages took.
//
// Beyond the interface: parts of one module that is bundled are replaced
// (https://github.com/withastro/astro/blob/main/packages/astro/src/core/fetch/fetch-state.ts). Each part has to be there
// as it is known here; where one is not, all stays as it is: slower, and the same pages. What is read of these objects is
// the same; their getters are inherited, where they were their own.
import type { ViteUserConfig } from 'astro';

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

const MODULE = /\/astro\/dist\/core\/fetch\/fetch-state\.js$/u;

/** What stands in the module, and what stands in its place. */
type Part = [known: string, shared: string];

/** Options that a page is rendered with. */
const OPTIONS: readonly Part[] = [
  [
    `
  renderOptions;
`,
    `
  get renderOptions() {
    return { ...this.givenOptions, locals: this.locals };
  }
  givenOptions;
`,
  ],
  [
    `    const self = this;
    this.renderOptions = {
`,
    `    this.givenOptions = {
`,
  ],
  [
    `      },
      get locals() {
        return self.locals;
      }
    };
    this.componentInstance`,
    `      }
    };
    this.componentInstance`,
  ],
];

/** What middleware and endpoints are given. */
const CONTEXT: readonly Part[] = [
  [
    `    const ctx = {
      get cookies() {
        return state.cookies;
      },
      routePattern`,
    `    const ctx = {
      __proto__: sharedBy(CONTEXT_GETTERS, this.#providers),
      [STATE]: state,
      routePattern`,
  ],
  [
    `
      get clientAddress() {
        return state.getClientAddress();
      },
      get currentLocale() {
        return state.computeCurrentLocale();
      },
      generator: ASTRO_GENERATOR,
      get locals() {
        return state.locals;
      },
      set locals(_) {
        throw new AstroError(AstroErrorData.LocalsReassigned);
      },
`,
    `
      generator: ASTRO_GENERATOR,
`,
  ],
  [
    `      params: this.params,
      get preferredLocale() {
        return state.computePreferredLocale();
      },
      get preferredLocaleList() {
        return state.computePreferredLocaleList();
      },
      request: this.request,
      site: getSite(this.manifest),
      url: this.url,
      get originPathname() {
        return getOriginPathname(state.request);
      },
      get csp() {
        return state.getCsp();
      },
      get logger() {
        return astroToRuntimeLogger(state.logger);
      }
    };
    this.defineProviderGetters(ctx);
`,
    `      params: this.params,
      request: this.request,
      site: getSite(this.manifest),
      url: this.url
    };
`,
  ],
];

/** What components know as `Astro`. */
const ASTRO: readonly Part[] = [
  [
    `    const Astro = Object.assign(Object.create(astroPagePartial), {
      props,
      self: null
    });
    Object.defineProperty(Astro, slotValuesSymbol, {
      value: slotValues,
      writable: true,
      configurable: true,
      enumerable: false
    });
    return Astro;
`,
    `    return new astroPagePartial[ASTRO](astroPagePartial, props, slotValues);
`,
  ],
  [
    `    const partial = {
      generator: ASTRO_GENERATOR,
      routePattern: this.routeData.route,
      isPrerendered: this.routeData.prerender,
      cookies,
`,
    `    const partial = {
      [ASTRO]: astroWith(this.#providers),
      [STATE]: state,
      [RESULT]: result,
      generator: ASTRO_GENERATOR,
      routePattern: this.routeData.route,
      isPrerendered: this.routeData.prerender,
      cookies,
`,
  ],
  [
    `      get slots() {
        const slotsByAstro = result._metadata.slotsByAstro ??= /* @__PURE__ */ new WeakMap();
        let slots = slotsByAstro.get(this);
        if (slots === void 0) {
          slots = new Slots(
            result,
            this[slotValuesSymbol] ?? null,
            logger
          );
          slotsByAstro.set(this, slots);
        }
        return slots;
      },
      get clientAddress() {
        return state.getClientAddress();
      },
      get currentLocale() {
        return state.computeCurrentLocale();
      },
      params,
      get preferredLocale() {
        return state.computePreferredLocale();
      },
      get preferredLocaleList() {
        return state.computePreferredLocaleList();
      },
      locals,
      redirect,
      rewrite,
      request: this.request,
      response,
      site: getSite(this.manifest),
      getActionResult: createGetActionResult(locals),
      get callAction() {
        return callAction;
      },
      url,
      get originPathname() {
        return getOriginPathname(state.request);
      },
      get csp() {
        return state.getCsp();
      },
      get logger() {
        return astroToRuntimeLogger(logger);
      }
    };
    this.defineProviderGetters(partial);
`,
    `      params,
      locals,
      redirect,
      rewrite,
      request: this.request,
      response,
      site: getSite(this.manifest),
      getActionResult: createGetActionResult(locals),
      callAction,
      url
    };
`,
  ],
];

/** The response that a page can change. */
const RESPONSE: readonly Part[] = [
  [
    `    const response = {
      status:`,
    `    const response = {
      __proto__: RESPONSE_GETTERS,
      [HEADERS]: headers,
      status:`,
  ],
  [
    `.type : "OK",
      get headers() {
        return headers;
      },
      set headers(_) {
        throw new AstroError(AstroErrorData.AstroResponseHeadersReassigned);
      }
    };
`,
    `.type : "OK"
    };
`,
  ],
];

const PARTS: readonly Part[] = [...OPTIONS, ...CONTEXT, ...ASTRO, ...RESPONSE];

/** The getters. Astro copies contexts by the names of their fields: so the state's is a name, and no symbol. */
const GETTERS = `
const STATE = "wirecopy:state";
const RESULT = "wirecopy:result";
const HEADERS = Symbol("headers");
const ASTRO = Symbol("Astro");
const CONTEXT_GETTERS = {
  get cookies() {
    return this[STATE].cookies;
  },
  get clientAddress() {
    return this[STATE].getClientAddress();
  },
  get currentLocale() {
    return this[STATE].computeCurrentLocale();
  },
  get locals() {
    return this[STATE].locals;
  },
  set locals(_) {
    throw new AstroError(AstroErrorData.LocalsReassigned);
  },
  get preferredLocale() {
    return this[STATE].computePreferredLocale();
  },
  get preferredLocaleList() {
    return this[STATE].computePreferredLocaleList();
  },
  get originPathname() {
    return getOriginPathname(this[STATE].request);
  },
  get csp() {
    return this[STATE].getCsp();
  },
  get logger() {
    return astroToRuntimeLogger(this[STATE].logger);
  }
};
const ASTRO_GETTERS = {
  get slots() {
    const result = this[RESULT];
    const slotsByAstro = result._metadata.slotsByAstro ??= /* @__PURE__ */ new WeakMap();
    let slots = slotsByAstro.get(this);
    if (slots === void 0) {
      slots = new Slots(result, this[slotValuesSymbol] ?? null, this[STATE].logger);
      slotsByAstro.set(this, slots);
    }
    return slots;
  },
  get clientAddress() {
    return this[STATE].getClientAddress();
  },
  get currentLocale() {
    return this[STATE].computeCurrentLocale();
  },
  get preferredLocale() {
    return this[STATE].computePreferredLocale();
  },
  get preferredLocaleList() {
    return this[STATE].computePreferredLocaleList();
  },
  get originPathname() {
    return getOriginPathname(this[STATE].request);
  },
  get csp() {
    return this[STATE].getCsp();
  },
  get logger() {
    return astroToRuntimeLogger(this[STATE].logger);
  }
};
const RESPONSE_GETTERS = {
  get headers() {
    return this[HEADERS];
  },
  set headers(_) {
    throw new AstroError(AstroErrorData.AstroResponseHeadersReassigned);
  }
};
const provided = new Map();
const provisions = new WeakMap();
function provisionOf(state) {
  let provision = provisions.get(state);
  if (!provision) {
    provision = {};
    state.defineProviderGetters(provision);
    provisions.set(state, provision);
  }
  return provision;
}
function sharedBy(getters, providers) {
  const names = new Set([...providers?.keys() ?? [], "session"]);
  const key = (getters === ASTRO_GETTERS ? "astro," : "context,") + [...names].join();
  let shared = provided.get(key);
  if (!shared) {
    shared = Object.create(getters);
    for (const name of names)
      Object.defineProperty(shared, name, {
        get() {
          return provisionOf(this[STATE])[name];
        },
        enumerable: true,
        configurable: true
      });
    provided.set(key, shared);
  }
  return shared;
}
const astros = new Map();
function astroWith(providers) {
  const getters = sharedBy(ASTRO_GETTERS, providers);
  let known = astros.get(getters);
  if (!known) {
    known = class {
      constructor(page, props, slotValues) {
        this[STATE] = page[STATE];
        this[RESULT] = page[RESULT];
        this[slotValuesSymbol] = slotValues;
        this.generator = page.generator;
        this.routePattern = page.routePattern;
        this.isPrerendered = page.isPrerendered;
        this.cookies = page.cookies;
        this.params = page.params;
        this.locals = page.locals;
        this.redirect = page.redirect;
        this.rewrite = page.rewrite;
        this.request = page.request;
        this.response = page.response;
        this.site = page.site;
        this.getActionResult = page.getActionResult;
        this.callAction = page.callAction;
        this.url = page.url;
        this.props = props;
        this.self = null;
      }
    };
    Object.setPrototypeOf(known.prototype, getters);
    astros.set(getters, known);
  }
  return known;
}
`;

/** @returns the module with shared getters; nothing where a part of it is otherwise than it is known here */
export function withSharedGetters(code: string): string | undefined {
  let shared = code;
  for (const [known, replacement] of PARTS) {
    const [before, after, ...others] = shared.split(known);
    if (before === undefined || after === undefined || others.length > 0) return undefined;
    shared = before + replacement + after;
  }
  return shared + GETTERS;
}

/** The Vite plugin that shares them, in the code that renders pages. */
export function pageObjects(): VitePlugin {
  return {
    name: 'wirecopy:page-objects',
    apply: 'build',
    transform: {
      filter: { id: MODULE },
      handler: (code) => {
        const shared = withSharedGetters(code);
        return shared === undefined ? undefined : { code: shared, map: null };
      },
    },
  };
}
