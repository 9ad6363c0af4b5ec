package dev.paca.settings;

/** Where HTTP servers listen. */
public final class ListenSettings {
  /** Nobody is asked who they are at the query service, so anything else belongs behind a proxy. */
  public static final Setting<String> BIND =
      Setting.of("bind", Parsers.TEXT, "address that HTTP servers listen on").or("127.0.0.1");

  private ListenSettings() {}
}
