/* What makes a pack on the page of the plan is no part of the first view: it comes, in its order, once there is a list. */
"use strict";
const planLater = (() => {
  const addresses = document.currentScript.dataset.later.split(" ");
  let coming = null;

  const fetched = (address) =>
    new Promise((done, failed) => {
      const isStyle = address.endsWith(".css");
      const part = document.createElement(isStyle ? "link" : "script");
      Object.assign(part, isStyle ? { rel: "stylesheet", href: address } : { src: address, async: false });
      part.addEventListener("load", done);
      part.addEventListener("error", () => {
        part.remove();
        failed(new Error(address));
      });
      document.head.append(part);
    });

  /** Loads what is not there yet; after a failure, the next call tries those again that did not come. */
  const load = () => {
    coming ??= Promise.allSettled(addresses.map(fetched)).then((ends) => {
      const lost = addresses.filter((_, at) => ends[at].status === "rejected");
      if (!lost.length) return;
      addresses.splice(0, addresses.length, ...lost);
      coming = null;
      throw new Error(lost[0]);
    });
    return coming;
  };
  return { load };
})();
