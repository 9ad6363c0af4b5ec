/**
 * What Paca is compared with: programs that fold the same reports into the same sums in other ways,
 * each a process of its own. They do less than Paca: no matters, points, scores, ranks, changes,
 * freshness or rejections.
 */
package dev.paca.benchmarks.peer;
