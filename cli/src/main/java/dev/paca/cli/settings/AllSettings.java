package dev.paca.cli.settings;

import dev.paca.settings.ClientSettings;
import dev.paca.settings.Setting;
import java.util.ArrayList;
import java.util.List;

/** Every setting of every part, so that one file can serve them all. */
public final class AllSettings {
  private AllSettings() {}

  public static List<Setting<?>> declared() {
    List<Setting<?>> all = new ArrayList<>();
    all.add(Endpoint.QUERY.setting());
    all.add(Endpoint.GATEWAY.setting());
    all.addAll(ClientSettings.all());
    all.addAll(TopicOptions.declared());
    return List.copyOf(all);
  }
}
