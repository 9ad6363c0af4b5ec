package dev.paca.streams.page.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Vietnamese dictionary order: word by word; in a word first the letters (a ă â b c d đ e ê …),
 * then the tones (ngang, huyền, hỏi, ngã, sắc, nặng). The JDK's collator skips spaces and so puts
 * Hải Dương before Hà Nội.
 */
public final class VietnameseOrder implements Comparator<String> {
  private static final String LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

  /** Combining grave, hook above, tilde, acute, dot below: the tones in dictionary order. */
  private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

  @Override
  public int compare(String left, String right) {
    List<Word> a = words(left);
    List<Word> b = words(right);
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[\\s-]+")) {
      if (!word.isEmpty()) {
        words.add(Word.of(word));
      }
    }
    return words;
  }

  /** One word: its letters, and the tone on each, as characters that compare in the right order. */
  private record Word(String letters, String tones) implements Comparable<Word> {

    static Word of(String word) {
      StringBuilder letters = new StringBuilder();
      StringBuilder tones = new StringBuilder();
      String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
      StringBuilder letter = new StringBuilder();
      for (int i = 0; i < apart.length(); i++) {
        char c = apart.charAt(i);
        int tone = TONES.indexOf(c);
        if (tone >= 0) {
          tones.setLength(Math.max(0, tones.length() - 1));
          tones.append((char) ('1' + tone));
        } else if (Character.getType(c) == Character.NON_SPACING_MARK) {
          letter.append(c);
        } else {
          add(letters, letter);
          letter.append(c);
          tones.append('0');
        }
      }
      add(letters, letter);
      return new Word(letters.toString(), tones.toString());
    }

    private static void add(StringBuilder letters, StringBuilder letter) {
      if (letter.isEmpty()) {
        return;
      }
      String whole = Normalizer.normalize(letter, Normalizer.Form.NFC);
      int place = LETTERS.indexOf(whole);
      letters.append(place >= 0 ? (char) (0x100 + place) : whole.charAt(0));
      letter.setLength(0);
    }

    @Override
    public int compareTo(Word other) {
      int byLetters = letters.compareTo(other.letters);
      return byLetters != 0 ? byLetters : tones.compareTo(other.tones);
    }
  }
}
