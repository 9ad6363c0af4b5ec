package dev.paca.streams.page.language;

import dev.paca.streams.query.NameView;
import dev.paca.streams.query.ReportView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/** Everything the page says in one language: texts, numbers, dates. Safe for use by all threads. */
public final class Wording {
  private static final Wording VIETNAMESE = new Wording(Language.VI);
  private static final Wording ENGLISH = new Wording(Language.EN);

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

  private final Language language;
  private final Texts texts;
  private final Numbers numbers;
  private final Dates dates;

  private Wording(Language language) {
    this.language = language;
    this.texts = Texts.of(language);
    this.numbers = new Numbers(language);
    this.dates = new Dates(language);
  }

  public static Wording in(Language language) {
    return language == Language.VI ? VIETNAMESE : ENGLISH;
  }

  public Language language() {
    return language;
  }

  /** The text of a key with {@code {0}}, {@code {1}} … filled in. */
  public String say(String key, Object... filling) {
    return texts.say(key, filling);
  }

  /** The text of a count; {@code {0}} is the count, {@code KEY.one} is used for one. */
  public String count(String key, long count) {
    String form = count == 1 && texts.find(key + ".one").isPresent() ? key + ".one" : key;
    return texts.say(form, numbers.whole(count));
  }

  /** The text of a word of the contract (a basis, an agency kind …), or the word itself. */
  public String word(String kind, String word) {
    return word == null ? say("sign.notStated") : find(kind + "." + word).orElse(word);
  }

  Optional<String> find(String key) {
    return texts.find(key);
  }

  Set<String> keys() {
    return texts.keys();
  }

  public String name(NameView name) {
    return language == Language.VI ? name.vi() : name.en();
  }

  public String warning(ReportView.Warning warning) {
    return language == Language.VI ? warning.vi() : warning.en();
  }

  public String points(BigDecimal points) {
    return numbers.points(points);
  }

  /** Points, or the sign for points that nobody stated. */
  public String stated(BigDecimal points) {
    return points == null ? say("sign.notStated") : numbers.points(points);
  }

  /** Points, or the sign for points that nothing was reported for yet. */
  public String soFar(BigDecimal points, String basis) {
    return points == null || "NONE".equals(basis) ? say("sign.nothingYet") : numbers.points(points);
  }

  /** A maximum: no decimals unless it has some. */
  public String maximum(BigDecimal max) {
    BigDecimal bare = max.stripTrailingZeros();
    return numbers.decimal(bare.scale() < 0 ? bare.setScale(0, RoundingMode.UNNECESSARY) : bare);
  }

  public String gap(BigDecimal gap) {
    return numbers.gap(gap);
  }

  public String whole(Number value) {
    return numbers.whole(value);
  }

  /** An amount in VND, short from a million on: {@code 5,23 tỷ đồng}. */
  public String money(Number vnd) {
    BigDecimal amount = new BigDecimal(vnd.toString());
    if (amount.abs().compareTo(BILLION) >= 0) {
      return say("money.billions", numbers.points(shortened(amount, BILLION)));
    }
    if (amount.abs().compareTo(MILLION) >= 0) {
      return say("money.millions", numbers.points(shortened(amount, MILLION)));
    }
    return say("money.plain", numbers.whole(amount));
  }

  private static BigDecimal shortened(BigDecimal amount, BigDecimal unit) {
    return amount.divide(unit, 2, RoundingMode.HALF_UP);
  }

  public String day(String iso) {
    return iso == null ? say("sign.notStated") : dates.day(iso);
  }

  public String dayOrMoment(String iso) {
    return iso.indexOf('T') < 0 ? day(iso) : moment(iso);
  }

  public String moment(String iso) {
    return iso == null ? say("sign.nothingYet") : dates.moment(iso);
  }

  /** How long ago, in the largest unit that fits. */
  public String age(long millis) {
    long seconds = Math.max(0, millis) / 1000;
    if (seconds < 120) {
      return count("age.seconds", seconds);
    }
    return seconds < 7200 ? count("age.minutes", seconds / 60) : count("age.hours", seconds / 3600);
  }
}
