package dev.paca.scoring.formula;

import java.math.BigInteger;

/** Where a formula finds its measures: catalogue index → exact sum. */
@FunctionalInterface
public interface Sums {
  BigInteger sum(int measureIndex);
}
