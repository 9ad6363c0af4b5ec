package dev.paca.cli.settings;

import dev.paca.producers.gateway.GatewayConfig;
import dev.paca.settings.ClientSettings;
import dev.paca.settings.Setting;
import dev.paca.streams.StreamsSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every setting of every part, so that one file can serve them all. */
public final class AllSettings {
  private AllSettings() {}

  public static List<Setting<?>> declared() {
    // In the order in which they are shown; parts may share some.
    Set<Setting<?>> all = new LinkedHashSet<>();
    all.add(Endpoint.QUERY.setting());
    all.add(Endpoint.GATEWAY.setting());
    all.addAll(ClientSettings.all());
    all.addAll(GatewayConfig.settings());
    all.addAll(StreamsSettings.all());
    all.addAll(TopicOptions.declared());
    all.add(UserOption.setting());
    return List.copyOf(all);
  }
}
