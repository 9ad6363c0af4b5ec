package dev.paca.cli.rejected;

import dev.paca.rejections.Rejected;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where the record stood that was turned away: {@code TOPIC/PARTITION/OFFSET}. */
record RejectedId(String topic, int partition, long offset) {
  private static final Pattern TEXT =
      Pattern.compile("([A-Za-z0-9._-]{1,249})/([0-9]{1,9})/([0-9]{1,18})");

  static RejectedId of(Rejected rejected) {
    return new RejectedId(rejected.getTopic(), rejected.getPartition(), rejected.getOffset());
  }

  /** The key in {@code paca.rejected} and in {@code paca.replays}. */
  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }

  /** From a command's argument; {@code paca.} may be left out. */
  static final class Converter implements ITypeConverter<RejectedId> {
    @Override
    public RejectedId convert(String text) {
      Matcher matcher = TEXT.matcher(text.strip());
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is not TOPIC/PARTITION/OFFSET as paca rejected list shows it");
      }
      String topic = matcher.group(1);
      return new RejectedId(
          topic.startsWith("paca.") ? topic : "paca." + topic,
          Integer.parseInt(matcher.group(2)),
          Long.parseLong(matcher.group(3)));
    }
  }
}
