// What scripts of real pages have done to the globals of the browser, all at once; it runs before
// anything else in every page of the hostile column. Each part names who did so. What browsers do not
// let a page replace is left alone, and so is what no known page replaced.
(function () {
  "use strict";

  const page = window;
  const set = (object, methods) => {
    // As an assignment has it: enumerable, so that `for (x in object)` meets it everywhere.
    for (const name of Reflect.ownKeys(methods)) {
      Reflect.defineProperty(object, name, {
        value: methods[name],
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
  };
  const slice = Function.prototype.call.bind(Array.prototype.slice);
  const each = Function.prototype.call.bind(Array.prototype.forEach);

  // Constructors of the page's own, by names that browsers have too. MooTools 1.2 to 1.6 (`Window`,
  // `Document`, `Event`, `Request`), RPG Maker MV (`Window`), pages with comments, slides or a
  // small framework (`Comment`, `Text`, `Range`, `Selection`). What the tests themselves need, such as
  // `Map`, is replaced in a case of its own.
  const names = [
    "Window", "Document", "Event", "CustomEvent", "Request", "Response", "Comment", "Text", "Range",
    "Selection", "Image", "Option", "Notification", "Animation", "Location", "Performance", "Screen",
  ];
  for (const name of names) {
    const own = function (options) {
      if (options && options.type) this.type = options.type.toLowerCase();
    };
    own.implement = function (methods) {
      return set(own.prototype, methods), own;
    };
    set(page, { [name]: own });
  }

  // MooTools 1.3 to 1.6, compat: `new Element("div", {})` makes one. Its prototype is the browser's,
  // so that `instanceof` goes on; in 1.2 it was another one.
  const made = function (tag, properties) {
    return Object.assign(document.createElement(tag), properties);
  };
  set(page, { Element: made });
  // The ES5 adapter of the custom elements polyfill wraps this one.
  const NativeElement = page.HTMLElement;
  const wrapped = function () {
    return Reflect.construct(NativeElement, [], this.constructor);
  };
  wrapped.prototype = NativeElement.prototype;
  set(page, { HTMLElement: wrapped });

  // `var self = this.App`, `var status = …`: what a script at the top of a page
  // declares is a global, whatever the browser keeps there.
  set(page, {
    status: "ready",
    origin: "shop",
    performance: { mark: 1 },
    event: null,
    parent: undefined,
    external: undefined,
    $: (id) => (typeof id === "string" ? document.getElementById(id) : id),
    $$: (rule) => slice(document.querySelectorAll(rule)),
    $A: (list) => (list ? slice(list) : []),
  });

  // json.js of 2006, should.js, and home-made helpers: in every `for (x in object)`.
  set(Object.prototype, {
    isEmpty() {
      for (const name in this) if (Object.hasOwn(this, name)) return false;
      return true;
    },
    extend(other) {
      for (const name in other) this[name] = other[name];
      return this;
    },
  });

  // Prototype 1.6: `keys` tells of what is inherited, too; `toJSON` makes JSON twice.
  set(Object, {
    keys(object) {
      const keys = [];
      for (const name in object) keys.push(name);
      return keys;
    },
    values(object) {
      const values = [];
      for (const name in object) values.push(object[name]);
      return values;
    },
    clone: (object) => Object.assign({}, object),
    extend: (object, other) => Object.assign(object, other),
    isArray: (object) => object instanceof Array,
    toJSON: (object) => JSON.stringify(object),
  });
  // A polyfill of 2013, without a thought for symbols, accessors and null.
  set(Object, {
    assign(target, ...sources) {
      for (const source of sources) for (const name in source) target[name] = source[name];
      return target;
    },
  });
  const quote = JSON.stringify.bind(JSON);
  const inJson = (value) => {
    if (Array.isArray(value)) return `[${value.map(inJson).join(", ")}]`;
    return quote(value);
  };
  set(Array.prototype, {
    toJSON() {
      return inJson(slice(this));
    },
  });
  set(String.prototype, {
    toJSON() {
      return `"${this}"`;
    },
  });

  // Prototype 1.5 to 1.7: Enumerable in every array. `reduce` takes nothing, `entries` and `toArray`
  // give an array, `each` ends at `$break`, `map` and its like ask for no more than value and index.
  const $break = {};
  set(page, { $break });
  const walk = (list, visit, context) => {
    try {
      for (let index = 0; index < list.length; index++) visit.call(context, list[index], index);
    } catch (error) {
      if (error !== $break) throw error;
    }
  };
  const same = (it) => it;
  set(Array.prototype, {
    each(visit, context) {
      walk(this, visit, context);
      return this;
    },
    map(change = same, context) {
      const list = [];
      walk(this, (value, index) => list.push(change.call(context, value, index)));
      return list;
    },
    filter(test, context) {
      const list = [];
      walk(this, (value, index) => test.call(context, value, index) && list.push(value));
      return list;
    },
    find(test, context) {
      let found;
      walk(this, (value, index) => {
        if (!test.call(context, value, index)) return;
        found = value;
        throw $break;
      });
      return found;
    },
    some(test = same, context) {
      let result = false;
      walk(this, (value, index) => {
        if ((result = !!test.call(context, value, index))) throw $break;
      });
      return result;
    },
    every(test = same, context) {
      let result = true;
      walk(this, (value, index) => {
        if (!(result = !!test.call(context, value, index))) throw $break;
      });
      return result;
    },
    reduce() {
      return this.length > 1 ? this : this[0];
    },
    indexOf(sought, start = 0) {
      for (let index = start; index < this.length; index++) if (this[index] === sought) return index;
      return -1;
    },
    include(sought) {
      return this.indexOf(sought) !== -1;
    },
    entries() {
      return slice(this);
    },
    toArray() {
      return slice(this);
    },
    inspect() {
      return `[${slice(this).join(", ")}]`;
    },
    first() {
      return this[0];
    },
    last() {
      return this[this.length - 1];
    },
    clear() {
      this.length = 0;
      return this;
    },
    // `flatten` of both libraries, under the name that browsers had to give up for `flat`.
    flatten() {
      return slice(this).flat(Infinity);
    },
    // Home-made, from the answer that most people copied.
    remove(value) {
      const index = this.indexOf(value);
      if (index >= 0) this.splice(index, 1);
      return this;
    },
    contains(value) {
      return this.indexOf(value) >= 0;
    },
    includes(value) {
      return this.indexOf(value) > -1;
    },
    fill(value) {
      for (let index = 0; index < this.length; index++) this[index] = value;
      return this;
    },
  });
  // MooTools 1.3 to 1.6 and Prototype: it takes no iterator and no second argument.
  set(Array, {
    from(item) {
      if (item === null || item === undefined) return [];
      const isList = typeof item === "object" && typeof item.length === "number";
      return isList ? slice(item) : [item];
    },
  });

  // Prototype 1.6 and MooTools 1.2: these bind otherwise than the browser, the latter by an array.
  set(Function.prototype, {
    bind(context, ...args) {
      if (arguments.length < 2 && context === undefined) return this;
      const method = this;
      return function (...more) {
        return method.apply(context, [...args, ...more]);
      };
    },
    delay(seconds, ...args) {
      return setTimeout(() => this(...args), seconds * 1000);
    },
    defer() {
      return this.delay(0.01);
    },
    wrap(wrapper) {
      const method = this;
      return function (...args) {
        return wrapper.call(this, method, ...args);
      };
    },
  });
  set(Function, { from: (item) => (typeof item === "function" ? item : () => item) });
  set(Number.prototype, {
    times(visit) {
      for (let index = 0; index < this; index++) visit(index);
    },
  });
  // Prototype 1.6 and MooTools: without the places and the patterns that came later.
  set(String.prototype, {
    startsWith(text) {
      return this.indexOf(text) === 0;
    },
    endsWith(text) {
      const start = this.length - text.length;
      return start >= 0 && this.lastIndexOf(text) === start;
    },
    contains(text) {
      return this.indexOf(text) > -1;
    },
    includes(text) {
      return this.indexOf(text) > -1;
    },
    trim() {
      return this.replace(/^\s+|\s+$/g, "");
    },
    sub(pattern, text) {
      return this.replace(pattern, text);
    },
    strip() {
      return this.trim();
    },
    blank() {
      return /^\s*$/.test(this);
    },
    toArray() {
      return this.split("");
    },
    repeat(count) {
      return new Array(count + 1).join(this);
    },
    padStart(length, filler = " ") {
      return filler.repeat(Math.max(0, length - this.length)) + this;
    },
  });

  // Elements, as Prototype 1.6 to 1.7 extends them: `remove` fails on what has no parent, and gives
  // the element; `scrollTo` scrolls the page to the element.
  const insertAll = function (parent, children, before) {
    each(children, (it) => parent.insertBefore(it, before));
  };
  set(page.HTMLElement.prototype, {
    hide() {
      this.style.display = "none";
      return this;
    },
    show() {
      this.style.display = "";
      return this;
    },
    update(html) {
      this.innerHTML = html;
      return this;
    },
    select(rule) {
      return slice(this.querySelectorAll(rule));
    },
  });
  const ElementPrototype = Object.getPrototypeOf(NativeElement.prototype);
  made.prototype = ElementPrototype;
  set(ElementPrototype, {
    remove() {
      this.parentNode.removeChild(this);
      return this;
    },
    scrollTo() {
      const { left, top } = this.getBoundingClientRect();
      page.scrollTo(left + scrollX, top + scrollY);
      return this;
    },
    empty() {
      while (this.firstChild) this.removeChild(this.firstChild);
      return this;
    },
    // Polyfills of DOM 4 that were written for Internet Explorer and are loaded everywhere: they take
    // one node, and no text.
    append(child) {
      this.appendChild(child);
    },
    prepend(child) {
      this.insertBefore(child, this.firstChild);
    },
    before(...nodes) {
      insertAll(this.parentNode, nodes, this);
    },
    after(...nodes) {
      insertAll(this.parentNode, nodes, this.nextSibling);
    },
    replaceWith(node) {
      this.parentNode.replaceChild(node, this);
    },
    toggleAttribute(name) {
      if (this.hasAttribute(name)) this.removeAttribute(name);
      else this.setAttribute(name, "");
    },
  });
  const NodePrototype = Object.getPrototypeOf(ElementPrototype);
  set(NodePrototype, {
    // Of SVG in Internet Explorer, put where all nodes have it: no node contains itself.
    contains(other) {
      return !!other && (this.compareDocumentPosition(other) & 16) !== 0;
    },
  });
  set(page.NodeList.prototype, {
    forEach(visit, context) {
      for (let index = 0; index < this.length; index++) visit.call(context, this[index], index);
    },
    map(change) {
      return slice(this).map(change);
    },
  });
  // classList.js, and the patch for two arguments that forgot the rest.
  const { add, remove, toggle } = page.DOMTokenList.prototype;
  set(page.DOMTokenList.prototype, {
    add(name) {
      add.call(this, name);
    },
    remove(name) {
      remove.call(this, name);
    },
    toggle(name) {
      return toggle.call(this, name);
    },
  });

  // New Relic, Zone.js and old Sentry wrap what takes a function; this keeps what they keep: a
  // function that is taken away is the one that was given.
  const wraps = new WeakMap();
  const wrap = (given) => {
    if (typeof given !== "function") return given;
    if (!wraps.has(given)) {
      wraps.set(given, function (...args) {
        return given.apply(this, args);
      });
    }
    return wraps.get(given);
  };
  const target = page.EventTarget.prototype;
  const { addEventListener, removeEventListener, dispatchEvent } = target;
  set(target, {
    addEventListener(type, listener, options) {
      return addEventListener.call(this || page, type, wrap(listener), options);
    },
    removeEventListener(type, listener, options) {
      return removeEventListener.call(this || page, type, wrap(listener), options);
    },
    dispatchEvent(event) {
      return dispatchEvent.call(this || page, event);
    },
  });
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "queueMicrotask"]) {
    const native = page[name];
    set(page, { [name]: (given, ...args) => native.call(page, wrap(given), ...args) });
  }
  const createElement = document.createElement;
  set(document, {
    createElement(...args) {
      return createElement.apply(document, args);
    },
  });
  // Zone.js and the polyfills of promises: the page's promise is another one than that of `async`.
  const NativePromise = page.Promise;
  class PagePromise {
    #native;
    constructor(start) {
      this.#native = start instanceof NativePromise ? start : new NativePromise(start);
    }
    then(done, failed) {
      return new PagePromise(this.#native.then(done, failed));
    }
    catch(failed) {
      return this.then(undefined, failed);
    }
    finally(last) {
      return new PagePromise(this.#native.finally(last));
    }
    static resolve(value) {
      return value instanceof PagePromise ? value : new PagePromise(NativePromise.resolve(value));
    }
    static reject(reason) {
      return new PagePromise(NativePromise.reject(reason));
    }
    static all(list) {
      return new PagePromise(NativePromise.all(slice(list)));
    }
    static race(list) {
      return new PagePromise(NativePromise.race(slice(list)));
    }
  }
  set(page, { Promise: PagePromise });

  // A symbol of core-js 2, which is no longer the browser's: what it makes are the browser's own.
  const NativeSymbol = page.Symbol;
  const PageSymbol = function (name) {
    return NativeSymbol(name);
  };
  for (const name of ["iterator", "asyncIterator", "toPrimitive", "toStringTag", "hasInstance", "species"]) {
    PageSymbol[name] = NativeSymbol[name];
  }
  PageSymbol.for = (name) => NativeSymbol.for(name);
  set(page, { Symbol: PageSymbol });

  // A stub for browsers that had no console until the tools were opened.
  const { log, info, warn, error } = page.console;
  set(page, { console: { log, info, warn, error } });
})();
