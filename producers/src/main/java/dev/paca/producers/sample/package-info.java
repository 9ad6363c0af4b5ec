/**
 * The national sample: an assessment of 2021 and 2022 for 63 provinces, made of reports and
 * appraisals that a seed decides, whose scores agree with every result that was published. Pure: a
 * seed, the rubrics and the published facts in, files out.
 */
package dev.paca.producers.sample;
