/** Figures as tables, JSON and pictures, and verdicts on them. */
@NullMarked
package io.orgstead.benchmarks.report;

import org.jspecify.annotations.NullMarked;
