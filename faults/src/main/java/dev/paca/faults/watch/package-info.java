/**
 * What anyone outside can see while things break: the output topics, read as a consumer reads them,
 * and the answers of the instances, asked as a client asks them. Nothing here knows what was
 * broken.
 */
package dev.paca.faults.watch;
