package dev.paca.cli.settings;

import dev.paca.settings.Parsers;
import dev.paca.settings.Setting;
import java.nio.file.Path;
import java.util.List;

/** Where the streams serve and keep their stores. */
public final class ServingSettings {
  public static final Setting<Integer> HTTP_PORT =
      Setting.of("http-port", Parsers.PORT, "port of the API and the page, 0 for a free one")
          .or("8080");
  public static final Setting<Path> STATE_DIR =
      Setting.of("state-dir", Parsers.PATH, "folder of the streams' stores").or(".paca/streams");

  private ServingSettings() {}

  static List<Setting<?>> declared() {
    return List.of(HTTP_PORT, STATE_DIR);
  }
}
