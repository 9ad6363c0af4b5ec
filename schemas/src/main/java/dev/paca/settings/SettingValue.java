package dev.paca.settings;

import java.util.Optional;

/**
 * What {@code paca config} shows of a setting.
 *
 * @param name its name; {@code kafka.…} for a Kafka client setting
 * @param env its environment variable
 * @param description one line
 * @param value as given, {@code ***} for a secret; empty where nothing is set
 * @param fallback its default; empty for none
 * @param origin where the value came from, as {@code environment PACA_HTTP_PORT} or {@code default}
 */
public record SettingValue(
    String name,
    String env,
    String description,
    Optional<String> value,
    Optional<String> fallback,
    String origin) {}
