/// What is printed: receipts, reports and pickup slips as one document model, laid out for a paper
/// width and rendered to text, to printer bytes or to the screen.
@NullMarked
package kmmotos.desktop.receipts;

import org.jspecify.annotations.NullMarked;
