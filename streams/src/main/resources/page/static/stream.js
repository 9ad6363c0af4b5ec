// One event stream for all tabs of a browser, since HTTP/1.1 allows six connections to a server.
// The tab that holds the lock listens and tells the others; when it goes, the next one takes over.

const SILENCE_MS = 60_000; // the server pings more often than this
const STOPPED_AFTER_MS = 60_000;
const RETRY_MS = 15_000;

/** Calls listener.state("live" | "reconnecting" | "stopped") and listener.change(scoreChange). */
export function follow(listener) {
  const channel = new BroadcastChannel("paca-stream");
  let heard = Date.now();
  let state = "";
  let leading = false;

  const deliver = (message) => {
    heard = Date.now();
    if (message.change) {
      listener.change(message.change);
    } else if (message.state && message.state !== state) {
      state = message.state;
      listener.state(state);
    }
  };
  const share = (message) => {
    deliver(message);
    channel.postMessage(message);
  };

  channel.onmessage = ({ data }) => {
    if (data.hello) {
      if (leading) {
        channel.postMessage({ state });
      }
    } else {
      deliver(data);
    }
  };
  channel.postMessage({ hello: true });
  deliver({ state: "reconnecting" });

  setInterval(() => {
    if (!leading && Date.now() - heard > SILENCE_MS) {
      deliver({ state: "reconnecting" });
    }
  }, 5_000);

  const lead = () => {
    leading = true;
    listen(share);
    return new Promise(() => {}); // the lock is held until the tab goes
  };
  if (navigator.locks) {
    navigator.locks.request("paca-stream", lead);
  } else {
    lead(); // without locks (plain http on another host) every tab listens for itself
  }
}

function listen(share) {
  let source;
  let heard;
  let downSince = 0;

  const alive = () => {
    heard = Date.now();
    downSince = 0;
    share({ state: "live" });
  };
  const down = () => {
    downSince ||= Date.now();
    const stopped =
      source.readyState === EventSource.CLOSED || Date.now() - downSince > STOPPED_AFTER_MS;
    share({ state: stopped ? "stopped" : "reconnecting" });
  };
  const open = () => {
    source?.close();
    heard = Date.now();
    source = new EventSource("/v1/stream");
    source.onopen = alive;
    source.onerror = down;
    source.addEventListener("ping", alive);
    source.addEventListener("score-change", ({ data }) => {
      alive();
      share({ change: JSON.parse(data) });
    });
  };
  open();
  setInterval(() => {
    if (source.readyState === EventSource.CLOSED || Date.now() - heard > SILENCE_MS) {
      open();
      down();
    }
  }, RETRY_MS);
}
