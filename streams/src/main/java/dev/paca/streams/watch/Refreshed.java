package dev.paca.streams.watch;

import io.micrometer.core.instrument.binder.MeterBinder;

/** Meters whose labels come and go; made anew whenever they are looked at. */
public interface Refreshed extends MeterBinder {
  /** Before a look. */
  void refresh();
}
