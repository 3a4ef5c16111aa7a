<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>&lt;h3&gt;Taqabul {version}&lt;/h3&gt;&lt;p&gt;Aligns, reviews and annotates Arabic texts and their English versions side by side.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Qt {qt}.&lt;/p&gt;&lt;p&gt;Library: {library}&lt;/p&gt;</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Open…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the &amp;sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the files were &amp;read…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next &amp;unconfirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous unconfirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next that is not 1-1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous that is not 1-1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next &amp;lowest confidence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Paragraph number…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the &amp;message and its buttons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Zoom ou&amp;t</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Normal size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show &amp;word links</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colours of the &amp;system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dar&amp;k</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keyboard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Guides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Change keys…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;ommands…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your &amp;name…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;About Taqabul</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Merge annotations from another library…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Decide between two annotators…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ag&amp;reement of annotators…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Annotate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Annotate what was &amp;found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same words &amp;elsewhere…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next label set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Annotations beside the te&amp;xts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marks that lost t&amp;heir words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>N&amp;otes as threads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;List of annotations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Check the translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nex&amp;t finding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous f&amp;inding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put the finding ri&amp;ght…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark the finding as an &amp;error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;uppress the finding…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the &amp;word to the dictionary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Te&amp;rms…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Claims of the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Begin a claim with this &amp;mention</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gather this mention in&amp;to a claim…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open &amp;another library…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Encr&amp;ypt the library…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Write the library without a password…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy the library now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore the library from a co&amp;py…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loo&amp;k through the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More tools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Import annotations…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Overview of all pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the &amp;minimap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Import with a look…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Paste as a new text…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Document details…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>La&amp;bel sets…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Guidelines beside the texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Scorecard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Put its correction into the text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Import the pairs of a folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Rename…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Tags…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Project…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Duplicate…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into the &amp;archive, or out of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into the &amp;bin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Out of the bin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Align two do&amp;cuments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rena&amp;me the project…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dissol&amp;ve the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Empty the bin…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Filter…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show &amp;all pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Look again what matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Hide the other pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lowest confi&amp;dence first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save this filter…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next in the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Previous in the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;lean the texts…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Turn its direction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Other end of the crossing link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next &amp;sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Word to the right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Word to the left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;High contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Fonts of the texts…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show &amp;vowel signs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name &amp;unseen characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the te&amp;xts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Confirm and go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm &amp;up to here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm, or take it &amp;back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark for re&amp;view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;ject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to pr&amp;oposed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Merge with next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Split…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>U&amp;nlink</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pick the source paragraph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pick the target paragraph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Link what is picked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let picked paragraphs go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move paragraph u&amp;p</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move paragraph do&amp;wn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re-&amp;align what is not confirmed…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Edit the text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Split the para&amp;graph (at the cursor)…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merge with the next p&amp;aragraph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Restore the imported text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wr&amp;ite a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move this side up from here on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move this side down from here on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E&amp;xchange this side with the next pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark for review, with a reason…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bookmar&amp;k</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re-align the c&amp;hosen pairs…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pin what is picked, re-align around it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm all above a confidence…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Histor&amp;y</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next &amp;bookmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous bookmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Find…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find &amp;next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find pre&amp;vious</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>R&amp;eplace…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find in the li&amp;brary…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;List all places in this bitext</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a library on a ser&amp;ver…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;heck in what was checked out…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check out into a &amp;file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Assi&amp;gn to somebody…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My wor&amp;k here is done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Adjudication</name>
        <message numerus="yes">
            <source>%n case(s) to decide</source>
            <translation>
                <numerusform>%n case to decide</numerusform>
                <numerusform>%n cases to decide</numerusform>
            </translation>
        </message>
        <message>
            <source>Decide between two annotators</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All label sets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All, with what agrees</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why (if you like)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left annotator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right annotator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep neither</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something else…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reopen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is marked here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Differ in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of the left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of the right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Values and remark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What they share</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>right only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>something else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>neither</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the whole pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided by {who}, who gave no reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided by {who}: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fewer than two people marked anything in this bitext.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merge another annotator’s library first (File menu).</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Agreement</name>
        <message>
            <source>source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How well annotators agree</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All label sets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marked words, by label and side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each with each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Labels of whole pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filled where people put labels on whole pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F1 compares marks with the same label, to the letter and where they overlap. κ and α are reckoned over words, the last α over stretches. In brackets: 95 % bootstrap intervals over paragraphs. Few marks tell little.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F1 exact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F1 overlap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cohen’s κ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fleiss’ κ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>α words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>α stretches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measuring agreement</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Annotating</name>
        <message>
            <source>To the word on that side, as seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the word above or below, row after row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the next word in reading order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the word before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the next sentence, or back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the paragraph's first word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the paragraph's last word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the other language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose more words, or fewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a line more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose up to the paragraph's end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose from its beginning on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the end by a letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the beginning by a letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let go what is joined to the Arabic word, step by step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Between two words: something is missing here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold this stretch and choose another to go with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose what is marked here; again, the next one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the next mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the mark before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accept what is offered, or fill in the chosen mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decline the offer, let go what is chosen, leave</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete the chosen mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correction of the chosen error: its words go (∅)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The chosen mark lies here instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The chosen mark lies here as well</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draft, reviewed, final</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a comment on the chosen mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A relation begins here; again, it ends here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the list of the chosen mark's relations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next label set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any label, by its name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{label}” asks for no correction.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No further mark on this side.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This mark has no place in the texts any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{key}” is no label of {set}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is marked here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No mark is chosen: “;” chooses the one under the cursor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{label}” does not stand on words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{label}” does not stand between words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{label}” does not stand on a whole pair.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No relation of their label sets goes from the one mark to the other.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No other relation of their label sets ties these two.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{kind}” does not go the other way between these two.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Related: {kind}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{words}” could not be kept on the mark.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Annotation</name>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Orphans</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which relation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the whole pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Annotations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment (Enter keeps it)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No mark is chosen. “;” chooses the one under the cursor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stands, as {who} decided on {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Does not stand: {who} put something else in its place on {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Does not stand, as {who} decided on {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>‸ (between two words)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Final</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relations of this mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relations (Enter goes there, T another type, R the other way, A fills in, Del takes away)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AssignDialog</name>
        <message numerus="yes">
            <source>Who is to work on %n bitext(s), and on what of it?</source>
            <translation>
                <numerusform>Who is to work on %n bitext, and on what of it?</numerusform>
                <numerusform>Who is to work on %n bitexts, and on what of it?</numerusform>
            </translation>
        </message>
        <message>
            <source>Assign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose somebody of the team</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only ro&amp;ws</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done &amp;by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to do (may be left empty)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows are those of one bitext: choose one alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The day to be done by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Name they sign with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Task</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Attributes</name>
        <message>
            <source>{name} – not asked any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} – needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A number, such as 12 or 3.5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A date: 2024-06-30, 2024-06 or 2024; in the Hijri calendar AH 1445-12</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BitextModel</name>
        <message>
            <source>Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Links</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BitextPage</name>
        <message>
            <source>Changed by {who}; it is shown as it is now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picked {source} on the source side and {target} on the target side; Ctrl+L links them.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BitextView</name>
        <message>
            <source>Pairs of paragraphs</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BothVersions</name>
        <message>
            <source>Changed in the library and in the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These steps in the file meet what was changed in the library meanwhile. Nothing was overwritten.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both versions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>decide later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the library's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the file's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version to keep of step {n}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BringIn</name>
        <message numerus="yes">
            <source>%n annotation(s) came in.</source>
            <translation>
                <numerusform>%n annotation came in.</numerusform>
                <numerusform>%n annotations came in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Changed: %n.</source>
            <translation>
                <numerusform>Changed: %n.</numerusform>
                <numerusform>Changed: %n.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Here already: %n.</source>
            <translation>
                <numerusform>Here already: %n.</numerusform>
                <numerusform>Here already: %n.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Different, left as they are here: %n.</source>
            <translation>
                <numerusform>Different, left as they are here: %n.</numerusform>
                <numerusform>Different, left as they are here: %n.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Without a place in these texts, kept as orphans: %n.</source>
            <translation>
                <numerusform>Without a place in these texts, kept as orphans: %n.</numerusform>
                <numerusform>Without a place in these texts, kept as orphans: %n.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Relations: %n.</source>
            <translation>
                <numerusform>Relations: %n.</numerusform>
                <numerusform>Relations: %n.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Notes: %n.</source>
            <translation>
                <numerusform>Notes: %n.</numerusform>
                <numerusform>Notes: %n.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Claims: %n.</source>
            <translation>
                <numerusform>Claims: %n.</numerusform>
                <numerusform>Claims: %n.</numerusform>
            </translation>
        </message>
        <message>
            <source>Import annotations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Annotations ({kinds})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Importing {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>… and {n} more</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BugDialog</name>
        <message>
            <source>Taqabul made a mistake</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is an error in the program, not yours. Everything you did before is saved. The report below is also in the log, {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Checks</name>
        <message>
            <source>Suppressed: {finding}. What is suppressed is listed under “Suppressed…”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tell it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{word}” is in the dictionary of this library.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take it out again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{check} (no hunspell dictionary: {languages})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Severity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finding</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pair(s) checked</source>
            <translation>
                <numerusform>%n pair checked</numerusform>
                <numerusform>%n pairs checked</numerusform>
            </translation>
        </message>
        <message>
            <source>Findings of which check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Findings of which severity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check &amp;anew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put &amp;right… (F)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark as &amp;error (E)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Suppress… (D)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To &amp;dictionary (W)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Which checks…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Terms…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;uppressed…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All ({n})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Findings</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>&amp;All %n finding(s) that say the same</source>
            <translation>
                <numerusform>&amp;All %n finding that say the same</numerusform>
                <numerusform>&amp;All %n findings that say the same</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more text(s)</source>
            <translation>
                <numerusform>and %n more text</numerusform>
                <numerusform>and %n more texts</numerusform>
            </translation>
        </message>
        <message>
            <source>Put right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the text would become</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put &amp;right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;This finding only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This check in this &amp;pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This check in the &amp;whole bitext</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Suppress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason (may be left empty)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{word}” in the whole library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Suppressed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Tell again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The checks are silent about these. Delete has those chosen told again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is suppressed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is suppressed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the whole bitext</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a pair that is no more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pair {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking the translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Warning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hint</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Omissions and additions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers and dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Units and percentages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Untranslated text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Terminology</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One text, several translations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several texts, one translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letters of other scripts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Questions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Brackets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quotes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Doubled words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marks of the other script</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spaces</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unseen characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two kinds of digits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spelling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tatweel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” faces “{}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” is not said on the other side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” is no percentage on the other side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” is without its currency on the other side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing faces this text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This sentence seems to be missing on the other side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Much shorter than its source promises: something may be missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Much longer than its source promises: something may have been added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing seems to stand for the name “{}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both sides are the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” is not translated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” is not translated as “{}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” shall not be used; the term is “{}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” is of another script</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same text is translated elsewhere as “{}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same translation stands elsewhere for “{}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” belongs to the other script</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A question on one side only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” has no partner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No dictionary knows “{}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No dictionary knows “{}”; it knows “{}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several spaces</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A space before a mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No space after the mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tatweel inside a word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unseen characters: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two kinds of digits in one number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two kinds of digits in one text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checks</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Claims</name>
        <message numerus="yes">
            <source>%n claim(s)</source>
            <translation>
                <numerusform>%n claim</numerusform>
                <numerusform>%n claims</numerusform>
            </translation>
        </message>
        <message>
            <source>Words, however they are spelt (Ctrl+F)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words of claims and their mentions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Claimer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is said of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any claimer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whatever is said of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Claim in English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Claim in Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merge (M)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status (S)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit (E)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete (Del)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Release mention (R)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Split off mentions (P)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find the like (L)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timeline (T)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Claims of the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Claim</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mentions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the order of this column: {key}, or a click</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mentions of the claim</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What says the like</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timeline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Claims</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n mention(s)</source>
            <translation>
                <numerusform>%n mention</numerusform>
                <numerusform>%n mentions</numerusform>
            </translation>
        </message>
        <message>
            <source>Pick out a mark first: while annotating (A), “;” does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A claim was begun. Ctrl+Alt+C shows all claims.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The claim that this is a mention of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How like</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for what says the like…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter gathers what is chosen (Shift+↓ chooses more), O shows it among its pairs, L looks again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing says the like.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L looks for what says the like in all texts, in both languages.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another claim</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mention of no claim</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not marked yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{score} (meaning {meaning}, words {words})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When claims are dated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of the claims listed has a date.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Cleaning</name>
        <message>
            <source>Looking what there is to clean</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to clean in these texts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cleaning the texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Direction marks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Characters without &amp;width</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Odd spaces to usual ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Double &amp;spaces</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Tatweel inside words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Presentation forms to letters</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n paragraph(s) will be cleaned, in one step that can be undone.</source>
            <translation>
                <numerusform>%n paragraph will be cleaned, in one step that can be undone.</numerusform>
                <numerusform>%n paragraphs will be cleaned, in one step that can be undone.</numerusform>
            </translation>
        </message>
        <message>
            <source>Clean the texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paragraphs to clean</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What changes in this paragraph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose &amp;all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose &amp;none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Clean</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Company</name>
        <message numerus="yes">
            <source>%n other(s) here</source>
            <translation>
                <numerusform>%n other here</numerusform>
                <numerusform>%n others here</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is editing this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody else here</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n pair(s) were left as they are: somebody else changed them meanwhile. The others were done.</source>
            <translation>
                <numerusform>%n pair were left as they are: somebody else changed them meanwhile. The others were done.</numerusform>
                <numerusform>%n pairs were left as they are: somebody else changed them meanwhile. The others were done.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n text(s) were left as they are, because somebody else changed them meanwhile: {which}. The others were done; look at these, and look for the words again.</source>
            <translation>
                <numerusform>%n text were left as they are, because somebody else changed them meanwhile: {which}. The others were done; look at these, and look for the words again.</numerusform>
                <numerusform>%n texts were left as they are, because somebody else changed them meanwhile: {which}. The others were done; look at these, and look for the words again.</numerusform>
            </translation>
        </message>
        <message>
            <source>The library’s server does not answer. What you are typing stays where it is; nothing can be saved until the server is back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The library’s server is back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Show them</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Concordance</name>
        <message>
            <source>Where</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What faces it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no longer there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>paragraph {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find in the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whole library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This bitext</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Places found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E&amp;xport…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Places found, with what faces them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This text is in no bitext.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tables (*.csv *.tsv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written to {path}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing {name}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Conflict</name>
        <message>
            <source>When you began</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} changed this text while you were correcting it. What shall stand?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep &amp;mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep &amp;theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Edit mine further</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>… and {n} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody changed this since you saw it. What shall stand?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The other pairs are done in either case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When you looked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text you are correcting is not there any more: somebody merged it with another or took it away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy mine and close the editor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Stay in the editor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed by two at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The versions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{who}: {verb}, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{who}: {verb} taken back, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These rows were changed meanwhile ({told}), and are shown as they are now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} changed this while you were writing. What shall stand?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep &amp;theirs, copy mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you wrote is in the clipboard.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Copies</name>
        <message numerus="yes">
            <source>%n fault(s) were found in the library. The first: {first}.</source>
            <translation>
                <numerusform>%n fault were found in the library. The first: {first}.</numerusform>
                <numerusform>%n faults were found in the library. The first: {first}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Copying the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking into the copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking through the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restoring the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The library was copied to {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no copy of the library yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The library holds what the copy held.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The library is whole, and its history leads to what it holds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>first work of the day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>before an upgrade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>before much at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>before another came back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Because</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bitexts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore the library from a copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The library will hold what the copy holds. What it holds now is kept as a copy too, so that this can be taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copies of the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They lie in {folder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Restore</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yes</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Describe</name>
        <message>
            <source>The document details are changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Author</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>2025, 2025-03 or 2025-03-19</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Document details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How {file} was read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From {file} ({encoding}), imported {at}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>Sentences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes ●</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sentences of this pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This row has no sentences that face each other.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes to the texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Restore the imported text</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Doctor</name>
        <message>
            <source>Reading {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is in one language only. Copy its other version and paste that too, to align them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at it alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Arabic column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;English column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blank lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import with a look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the &amp;other text…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it a&amp;lone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The other text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Paragraphs are parted by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was found; Space makes a repair or takes it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the chosen finding changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This text is in Arabic only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add its English version, or open it alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This text is in English only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add its Arabic version, or open it alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paragraph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Heading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Footnote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Subtitle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Menu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Caption</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sharing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Running head</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Said twice</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Arabic: %n paragraph(s)</source>
            <translation>
                <numerusform>Arabic: %n paragraph</numerusform>
                <numerusform>Arabic: %n paragraphs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>English: %n paragraph(s)</source>
            <translation>
                <numerusform>English: %n paragraph</numerusform>
                <numerusform>English: %n paragraphs</numerusform>
            </translation>
        </message>
        <message>
            <source>It is En&amp;glish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is A&amp;rabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Takes the chosen paragraphs for text in the other language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}, {left} left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find out ({encoding})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Encoding of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Encoding</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Editing</name>
        <message>
            <source>Somebody changed this text meanwhile; you will be asked when you save it.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Evidence</name>
        <message>
            <source>Meaning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers and dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Length</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{status} · {shape} · nothing faces it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{status} · {shape} · linked by a person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{status} · {shape} · {confidence} sure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept alone, {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last changed by {who}, {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to compare</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message numerus="yes">
            <source>%n pair(s) will be written</source>
            <translation>
                <numerusform>%n pair will be written</numerusform>
                <numerusform>%n pairs will be written</numerusform>
            </translation>
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the format cannot hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole {language} text will be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking what this format cannot hold…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of {total}. Left out: {status} by status, {sided} without counterpart, {confidence} by confidence.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What this format cannot hold:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This format holds everything.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Te&amp;mplate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File to write</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F&amp;ormat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Annotations: {name} ({ending})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paragraphs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sentences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As corrected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As imported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the rows stand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the source runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the target runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirmed pairs count as 100 %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also what has no counterpart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Byte order mark, so that Excel reads the Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>O&amp;rder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Least &amp;confidence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Template</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keep as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the format and these choices under a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For&amp;get</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(no template)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep as a template</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the template (also for taqabul export --template)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExportFlow</name>
        <message numerus="yes">
            <source>%n pair(s) written to</source>
            <translation>
                <numerusform>%n pair written to</numerusform>
                <numerusform>%n pairs written to</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n paragraph(s) written to</source>
            <translation>
                <numerusform>%n paragraph written to</numerusform>
                <numerusform>%n paragraphs written to</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n annotation(s) written to</source>
            <translation>
                <numerusform>%n annotation written to</numerusform>
                <numerusform>%n annotations written to</numerusform>
            </translation>
        </message>
        <message>
            <source>Writing {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} exists. Replace it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The format cannot hold {n} characters; they were left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The format cannot hold {n} characters; they were replaced.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message numerus="yes">
            <source>%n more match: &amp;show</source>
            <translation>
                <numerusform>%n more match: &amp;show</numerusform>
                <numerusform>%n more match: &amp;show</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pair(s) found</source>
            <translation>
                <numerusform>%n pair found</numerusform>
                <numerusform>%n pairs found</numerusform>
            </translation>
        </message>
        <message>
            <source>my last visit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this morning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>7 days ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>30 days ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lowest confidence first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide the other pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Low confidence means below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed since the day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pairs that match</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look again what matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all pairs again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Low: below</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Filtering</name>
        <message>
            <source>No filter is set: choose what to look at first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing further down in this queue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing further up in this queue.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Places found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a regular expression, \1 and \g&lt;name&gt; stand for its groups.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See the &amp;changes…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n place(s)</source>
            <translation>
                <numerusform>%n place</numerusform>
                <numerusform>%n places</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More than {total} places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the first of them are lit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the texts for their meaning: {n} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} of {total}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FolderFlow</name>
        <message numerus="yes">
            <source>%n pair(s) imported and aligned.</source>
            <translation>
                <numerusform>%n pair imported and aligned.</numerusform>
                <numerusform>%n pairs imported and aligned.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pair(s) the library had already.</source>
            <translation>
                <numerusform>%n pair the library had already.</numerusform>
                <numerusform>%n pairs the library had already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pair(s) skipped:</source>
            <translation>
                <numerusform>%n pair skipped:</numerusform>
                <numerusform>%n pairs skipped:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pair(s) not begun.</source>
            <translation>
                <numerusform>%n pair not begun.</numerusform>
                <numerusform>%n pairs not begun.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Importing and aligning %n pair(s)</source>
            <translation>
                <numerusform>Importing and aligning %n pair</numerusform>
                <numerusform>Importing and aligning %n pairs</numerusform>
            </translation>
        </message>
        <message>
            <source>Folder with Arabic texts and their English versions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking into {folder}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FontsDialog</name>
        <message>
            <source>Fonts of the texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{language} font</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{language} size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{language} line spacing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>line spacing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Font</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Guides</name>
        <message>
            <source>Guides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Guide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find in this guide</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Gutter</name>
        <message>
            <source>{source}
faces {target},
which in its own text stands before row {row}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n more change(s)</source>
            <translation>
                <numerusform>%n more change</numerusform>
                <numerusform>%n more changes</numerusform>
            </translation>
        </message>
        <message>
            <source>This pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole bitext</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Restore what was before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore &amp;what came after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>undid “{verb}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>did “{verb}” again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Direction of text {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A pair that is gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>right to left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left to right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bookmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Claim</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lost: {quote}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JobBar</name>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopping…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Change keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find an action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press the new key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use &amp;this key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add this key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;No key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As it &amp;was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All as they were</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose an action, then press its new key in the field.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press the new key in the field.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key} moves the cursor and cannot be given away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key} is free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key} does this already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key} belongs to “{title}”, which would lose it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New &amp;key:</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LabelStrip</name>
        <message>
            <source>Chosen: &lt;b&gt;{label}&lt;/b&gt; (Enter fills in, Del deletes)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chosen: &lt;b&gt;{label}&lt;/b&gt; (Del deletes)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A relation begins at &lt;b&gt;{label}&lt;/b&gt;; F8 ends it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Annotating: arrows go word by word, a key gives its label, Esc leaves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counterpart: {quote} – &lt;b&gt;Enter&lt;/b&gt; {kind}, Esc declines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>marks it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is going on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next label set (F6)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Others…  \</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any label, by its name</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Labels</name>
        <message>
            <source>one of several choices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>any of several choices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yes or no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is meant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>several values parted by |</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Must be answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>always</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where it is one of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Meaning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Choices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Begins with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Questions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do&amp;wn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Guidelines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Solid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dashed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dotted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Double</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a gap between words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a whole pair</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n annotation(s)</source>
            <translation>
                <numerusform>%n annotation</numerusform>
                <numerusform>%n annotations</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n relation(s)</source>
            <translation>
                <numerusform>%n relation</numerusform>
                <numerusform>%n relations</numerusform>
            </translation>
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Definition</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Example</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deprecated: shown where used, offered no more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colour of the label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Underline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Definition</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E&amp;xample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stands on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ties the two languages; offered for counterparts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;From (none: any)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;To (none: any)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Labels and relations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>between the two languages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New relation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Labels, nothing more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Claims, gathered on the claims page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translation errors, which are scored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Description</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Description</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Purpose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Markdown: # heading, **bold**, - list, | table |</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label sets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved as version {n}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken in as version {n}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written to {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the set, in English:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take in a label set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label sets (*.json)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the label set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the changes to “{name}” first?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ne&amp;w set…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Versions…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E&amp;xport…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a label (Ins)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label &amp;below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a label below this one (Shift+Ins)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Relation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a type of relation (Ctrl+Ins)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove what was never saved, deprecate what was (Del)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move up (Alt+Up)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>D&amp;own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move down (Alt+Down)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as a new version (Ctrl+S)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Label or relation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whole set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Versions of the label set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Versions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Take this one up again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version {n}  ·  {when}  ·  {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first version.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deprecated:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name, description, guidelines or order changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}, English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in English</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LibraryFile</name>
        <message>
            <source>Open another library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Libraries (*.db);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This library is open already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Encrypt the library into a new file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The library is not encrypted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the library without a password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who has {path} can read it. The encrypted library is as it was.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} is encrypted. The library that is open is as it was, with its copies: delete them when the new one has opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no keyring that could remember the password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Libraries (*.db)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LibraryVerbs</name>
        <message numerus="yes">
            <source>%n entry(s) moved to the bin.</source>
            <translation>
                <numerusform>%n entry moved to the bin.</numerusform>
                <numerusform>%n entrys moved to the bin.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n bitext(s)</source>
            <translation>
                <numerusform>%n bitext</numerusform>
                <numerusform>%n bitexts</numerusform>
            </translation>
        </message>
        <message>
            <source>Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title of the bitext</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title of the document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} (copy)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Duplicate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title of the copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copying {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words to find these bitexts by, parted by commas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a project or type the name of a new one (empty: in none)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Empty the bin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take what is in the bin ({bitexts}) out for good, with its links, notes and history, and the documents that nothing else uses? This cannot be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Emptying the bin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Aligning two documents</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Still working</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}. Stop this and close the window?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tools</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n pair(s)</source>
            <translation>
                <numerusform>%n pair</numerusform>
                <numerusform>%n pairs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shown</source>
            <translation>
                <numerusform>%n shown</numerusform>
                <numerusform>%n shown</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%n chosen</numerusform>
                <numerusform>%n chosen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MarksList</name>
        <message numerus="yes">
            <source>%n mark(s)</source>
            <translation>
                <numerusform>%n mark</numerusform>
                <numerusform>%n marks</numerusform>
            </translation>
        </message>
        <message>
            <source>Labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who marked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Orphans</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only marks that lost their place when a text was corrected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Anybody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marks of this bitext</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Menu</name>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Annotate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Pair</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Merge</name>
        <message>
            <source>Claim</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n mark(s)</source>
            <translation>
                <numerusform>%n mark</numerusform>
                <numerusform>%n marks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tie(s) between marks</source>
            <translation>
                <numerusform>%n tie between marks</numerusform>
                <numerusform>%n ties between marks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n claim(s)</source>
            <translation>
                <numerusform>%n claim</numerusform>
                <numerusform>%n claims</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n decision(s)</source>
            <translation>
                <numerusform>%n decision</numerusform>
                <numerusform>%n decisions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Without their words here, and so among the orphans: %n mark(s).</source>
            <translation>
                <numerusform>Without their words here, and so among the orphans: %n mark.</numerusform>
                <numerusform>Without their words here, and so among the orphans: %n marks.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out, for their pairs are not here: %n label(s).</source>
            <translation>
                <numerusform>Left out, for their pairs are not here: %n label.</numerusform>
                <numerusform>Left out, for their pairs are not here: %n labels.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out, for the marks they lead to are not here: %n tie(s).</source>
            <translation>
                <numerusform>Left out, for the marks they lead to are not here: %n tie.</numerusform>
                <numerusform>Left out, for the marks they lead to are not here: %n ties.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n bitext(s) of the other library not here: {titles}.</source>
            <translation>
                <numerusform>%n bitext of the other library not here: {titles}.</numerusform>
                <numerusform>%n bitexts of the other library not here: {titles}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>What you chose was changed meanwhile in %n bitext(s), and stays there as it is here: {titles}.</source>
            <translation>
                <numerusform>What you chose was changed meanwhile in %n bitext, and stays there as it is here: {titles}.</numerusform>
                <numerusform>What you chose was changed meanwhile in %n bitexts, and stays there as it is here: {titles}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not the same here and there: %n thing(s). Tick those to be taken from the other library.</source>
            <translation>
                <numerusform>Not the same here and there: %n thing. Tick those to be taken from the other library.</numerusform>
                <numerusform>Not the same here and there: %n things. Tick those to be taken from the other library.</numerusform>
            </translation>
        </message>
        <message>
            <source>Annotations from another library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What would come in: {things}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What differs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Bring it in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merge annotations from another library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Libraries (*.db);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merging {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Look again…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Came in: {things}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the message</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Minimap</name>
        <message numerus="yes">
            <source>%n of low confidence</source>
            <translation>
                <numerusform>%n of low confidence</numerusform>
                <numerusform>%n of low confidence</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n with an empty side</source>
            <translation>
                <numerusform>%n with an empty side</numerusform>
                <numerusform>%n with an empty side</numerusform>
            </translation>
        </message>
        <message>
            <source>Minimap of all pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Row {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows {first} to {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the {shown} rows that the filter shows, of {total}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Navigator</name>
        <message>
            <source>Every row is decided on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every row is one paragraph facing one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No row with a confidence is left to decide on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is none below this row; some are above.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is none above this row; some are below.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NewPassword</name>
        <message>
            <source>Encrypt the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The library is written into the new file {name}, which only this password opens. Nobody can bring a forgotten password back. The library that is open stays as it is, with its copies: delete them when the new one has opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Remember it in the system's keyring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New &amp;password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Once &amp;more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two are not the same.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Notes</name>
        <message>
            <source>Notes on this pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text of the note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a note on this pair (Ctrl+Enter keeps it)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep change</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OpenFlow</name>
        <message>
            <source>Open one bilingual text, or an Arabic and an English one (with what an aligner wrote of them)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Texts and pairs ({endings});;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These are {n} files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open one bilingual text, or two that belong together; with them, what an aligner wrote of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading and aligning {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These texts are in the library already, and shown as you left them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The bitext of these texts is in the bin, with all that was done to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take it out and open it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is in Arabic only. Choose its English version to align them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the English text…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is in English only. Choose its Arabic version to align them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the Arabic text…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Texts (*.txt);;All files (*)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Opening</name>
        <message>
            <source>Opening {place}.

It is being upgraded, another program is at work in it just now, or its server is slow. If it cannot be opened you are told so in some seconds.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Orphans</name>
        <message numerus="yes">
            <source>%n mark(s) lost words to the correction.</source>
            <translation>
                <numerusform>%n mark lost words to the correction.</numerusform>
                <numerusform>%n marks lost words to the correction.</numerusform>
            </translation>
        </message>
        <message>
            <source>Ctrl+Alt+O lists what was lost.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n lost stretch(es)</source>
            <translation>
                <numerusform>%n lost stretch</numerusform>
                <numerusform>%n lost stretches</numerusform>
            </translation>
        </message>
        <message>
            <source>Enter puts it on the first of the places below; Del lets it go.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No place says the like any more. Choose words in the texts (Esc, A), come back (Ctrl+Alt+O) and press Alt+C; Del lets it go.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marks that lost their words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the words may stand now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put it on what is &amp;chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The words chosen in the texts while annotating is on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let it go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every mark is on its words.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Overview</name>
        <message numerus="yes">
            <source>%n pair(s)</source>
            <translation>
                <numerusform>%n pair</numerusform>
                <numerusform>%n pairs</numerusform>
            </translation>
        </message>
        <message>
            <source>Arrows choose a bar, Enter shows its pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save this picture as PNG or SVG</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the picture {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alignment map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wheel or + and − zoom, arrows and dragging move, 0 shows all; a click goes there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>proposed, sure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>proposed, fair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>proposed, unsure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>needs review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>crossing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing faces it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows of unusual length</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unusual row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target / source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confidence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at all of {title}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n word(s)</source>
            <translation>
                <numerusform>%n word</numerusform>
                <numerusform>%n words</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n paragraph(s)</source>
            <translation>
                <numerusform>%n paragraph</numerusform>
                <numerusform>%n paragraphs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n character</numerusform>
                <numerusform>%n characters</numerusform>
            </translation>
        </message>
        <message>
            <source>Length of the target, in lengths of the source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shapes of links</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirmed rows over time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the pairs (Esc)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Likeness of meaning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Behind the links, the darker (in dark colours the lighter) the more alike</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Likeness of meaning: {share} % read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It needs the sentence encoder, which is not installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures (*.png *.svg)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>source paragraph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>target paragraph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Row {n}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PageFlow</name>
        <message>
            <source>Opening {name}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PairsDialog</name>
        <message numerus="yes">
            <source>Import %n pair(s)</source>
            <translation>
                <numerusform>Import %n pair</numerusform>
                <numerusform>Import %n pairs</numerusform>
            </translation>
        </message>
        <message>
            <source>Pairs of texts in {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Mend what is advised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>both languages in one file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English texts without a partner: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alike</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To look at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Texts were paired by their names. Space takes a pair in or leaves it out; F2 in the second column chooses another partner.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left out, because they cannot be read: {files}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Project</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Commands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to do or to open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What fits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}, not possible now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title} (on)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bitext</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share} % confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English document</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PasswordDialog</name>
        <message>
            <source>Password of the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Password for {address}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Remember it in the system's keyring</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Progress</name>
        <message>
            <source>{n} confirmed ({share} %)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} for review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} proposed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{title}: {n} ({share} %)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Prompts</name>
        <message>
            <source>Go to paragraph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no paragraph {n} on this side.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no message now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You sign as {name}: the server holds everybody to the name it knows them by.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It signs what you confirm, change and note:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you mark, note and decide is signed with it, so that it can be told from what others do.
You are asked only now; Help → Your name changes it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About Taqabul</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Propagate</name>
        <message numerus="yes">
            <source>&amp;Mark %n place(s)</source>
            <translation>
                <numerusform>&amp;Mark %n place</numerusform>
                <numerusform>&amp;Mark %n places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) more</source>
            <translation>
                <numerusform>%n place more</numerusform>
                <numerusform>%n places more</numerusform>
            </translation>
        </message>
        <message>
            <source>The same words elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where to look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In this text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In this project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the whole library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With what Arabic &amp;joins to words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark the &amp;counterparts too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick &amp;all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick &amp;none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label}: {quote}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paragraph {n}: {before}{quote}{after}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n mark(s)</source>
            <translation>
                <numerusform>%n mark</numerusform>
                <numerusform>%n marks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n bitext(s)</source>
            <translation>
                <numerusform>in %n bitext</numerusform>
                <numerusform>in %n bitexts</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a mark that stands on words first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marking the same words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo, here, takes all of them back: {titles}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Quality</name>
        <message>
            <source>neutral</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>minor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>major</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>critical</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Severity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Original</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by bitext</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by translated document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by translator, as the documents' descriptions tell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by tag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by annotator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scores of the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bitexts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>95 % interval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Errors of the whole library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words of the original</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words of the translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words, mean of both sides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Count &amp;corrected errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A score judges the translation as it was delivered, so what was corrected since counts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the pairs (Esc)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All annotators</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language of the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>passes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>calibrated {n}: {told}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{errors} errors, {points} points in {words} words; 95 % interval {interval}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} corrected since, counted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} corrected since, not counted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marks of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passes from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Points allowed in 1,000 words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Points by type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Points along the text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put correction into the text (Ctrl+Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Errors by type and severity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This bitext</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whole library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written: {path}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pick out a mark first, then its correction can be put into the text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reports (*.pdf *.html)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Queues</name>
        <message>
            <source>not counted yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proposed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Low confidence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not 1-1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One-sided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Crossing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers differ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target short</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bookmarked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed by others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Annotated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With claims</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Assigned to me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With orphans</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From the overview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;By status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By what &amp;may be wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By what pe&amp;ople did</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By what is mar&amp;ked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has decided on them yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody asked for another look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Said to be no translations of each other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Said to be right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The aligner was less sure than the figure beside says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Anything but one paragraph facing one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing faces the paragraph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The target stands elsewhere in its text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A figure on one side that the other does not say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The target is much longer than its source promises</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The target is much shorter than its source promises</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A text was corrected by a person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody wrote a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody said why to look again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody put a bookmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody changed the pair, its texts or its notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else changed the pair, its texts or its notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something is marked in the pair, or the whole pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A translation error is marked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A claim is marked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody gave them to you to work on, and nobody said that it is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A mark lost its words when a text was corrected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pairs behind the bar that was chosen last in the overview</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Reading</name>
        <message>
            <source>No crossing link begins or ends in this row.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RealignDialog</name>
        <message numerus="yes">
            <source>%n pair(s)</source>
            <translation>
                <numerusform>%n pair</numerusform>
                <numerusform>%n pairs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>As they are: %n pair(s).</source>
            <translation>
                <numerusform>As they are: %n pair.</numerusform>
                <numerusform>As they are: %n pairs.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Only the figures change: %n pair(s).</source>
            <translation>
                <numerusform>Only the figures change: %n pair.</numerusform>
                <numerusform>Only the figures change: %n pairs.</numerusform>
            </translation>
        </message>
        <message>
            <source>Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Now: {language}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Then: {language}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What aligning again would change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Old and new pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Take it over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave it as it &amp;is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{before} would be replaced by {after}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was confirmed, rejected, noted or corrected is not touched.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RealignFlow</name>
        <message>
            <source>Aligning anew what is not confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Aligning the chosen pairs anew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pick one paragraph on each side.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two paragraphs are pinned to each other.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Aligning anew around the two paragraphs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Aligning again changes nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing here may be aligned anew: it is all decided on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taking the new alignment over</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReasonDialog</name>
        <message numerus="yes">
            <source>What shall be looked at again in %n pair(s)?</source>
            <translation>
                <numerusform>What shall be looked at again in %n pair?</numerusform>
                <numerusform>What shall be looked at again in %n pairs?</numerusform>
            </translation>
        </message>
        <message>
            <source>Mark for review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason (may be left empty)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReplaceDialog</name>
        <message numerus="yes">
            <source>&amp;Replace %n place(s)</source>
            <translation>
                <numerusform>&amp;Replace %n place</numerusform>
                <numerusform>&amp;Replace %n places</numerusform>
            </translation>
        </message>
        <message>
            <source>Paragraph {n}: “{old}” becomes “{new}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick &amp;all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick &amp;none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Space ticks a change or takes the tick away. One undo takes all back.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReplaceFlow</name>
        <message numerus="yes">
            <source>%n place(s) replaced</source>
            <translation>
                <numerusform>%n place replaced</numerusform>
                <numerusform>%n places replaced</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to replace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replacing</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Reviewer</name>
        <message>
            <source>Pick a paragraph with [ on the source side or ] on the target side first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A link needs a paragraph on each side.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a paragraph that has another one after it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no paragraph to merge with.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Rights</name>
        <message>
            <source>annotators</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reviewers and owners</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>owners</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The library is on a server: its own tools copy it and bring it back, pg_dump and pg_restore. The guide “A team on a server” tells how.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The library is on a server, not in a file: whoever keeps the server encrypts its disks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is for {who} of the library; you may only read it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is for {who} of the library; your role on the server is {role}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You have no role in this library: nothing you do in it is kept. An owner of it gives roles. What you are typing can still be copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your role in this library was changed: it is {role} now. What it does not include is greyed.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Row</name>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message>
            <source>To be looked at: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bookmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>text edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by {author}, {date}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RowVerbs</name>
        <message>
            <source>Moving one side of the rows below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No row has a bookmark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirming the sure pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Doing it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taking it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all rows first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This would change rows that the filter hides.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SavedFilters</name>
        <message>
            <source>Saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save this filter…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save this filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name; another filter of that name gives way:</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <source>Parts of words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whole words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words, with و ال ب ل …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Regular expression</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Similar: typos, names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meaning, either language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Vowel signs: كِتَاب and كتاب</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Hamza: أ إ آ and ا, ؤ and و, ئ and ي</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Yaa: ى and ي, Persian ی ک</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Taa marbuta: ة and ه</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Kashida: كتـــاب</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Digits: ١٢ and 12</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Capitals and accents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find in texts and notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words to find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How to find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where to find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which spellings are the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take as the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;All of these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;None: exactly as typed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words with &amp;pronouns at their end: كتابهم</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any spelling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exactly as typed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Some spellings</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SegmentEditor</name>
        <message>
            <source>Text of paragraph {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F2 saves, Esc discards, Tab saves and goes on, Ctrl+B splits at the cursor</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ServerDialog</name>
        <message>
            <source>Certificate checked (none on this machine)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Certificate checked, with the name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Certificate checked, whatever the name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Encrypted, certificate not checked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not encrypted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a library on a server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>your name on this machine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>those the system trusts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Remember it in the system's keyring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Try</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asking the server…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the certificate's file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Op&amp;ened before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>P&amp;ort</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;User</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Certificate of its &amp;authority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Certificate</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Sharing</name>
        <message numerus="yes">
            <source>The server answers: a library of %n bitext(s), in which your role is {role}.</source>
            <translation>
                <numerusform>The server answers: a library of %n bitext, in which your role is {role}.</numerusform>
                <numerusform>The server answers: a library of %n bitexts, in which your role is {role}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The server answers: a library of %n bitext(s), which you may only read.</source>
            <translation>
                <numerusform>The server answers: a library of %n bitext, which you may only read.</numerusform>
                <numerusform>The server answers: a library of %n bitexts, which you may only read.</numerusform>
            </translation>
        </message>
        <message>
            <source>Opening {address}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n step(s) came in.</source>
            <translation>
                <numerusform>%n step came in.</numerusform>
                <numerusform>%n steps came in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left in the file, because your role does not include so much: %n step(s). Have a reviewer or an owner check it in.</source>
            <translation>
                <numerusform>Left in the file, because your role does not include so much: %n step. Have a reviewer or an owner check it in.</numerusform>
                <numerusform>Left in the file, because your role does not include so much: %n steps. Have a reviewer or an owner check it in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n bitext(s) checked out into {path}.</source>
            <translation>
                <numerusform>%n bitext checked out into {path}.</numerusform>
                <numerusform>%n bitexts checked out into {path}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n piece(s) of work said to be done.</source>
            <translation>
                <numerusform>%n piece of work said to be done.</numerusform>
                <numerusform>%n pieces of work said to be done.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n bitext(s) assigned to {person}.</source>
            <translation>
                <numerusform>%n bitext assigned to {person}.</numerusform>
                <numerusform>%n bitexts assigned to {person}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Check out into a new file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Libraries (*.db)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check in a file that was checked out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing of this bitext is assigned to you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take &amp;back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking in {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose versions…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What both sides changed is still open.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message>
            <source>Keyboard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys and what they do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Change keys…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open in the &amp;browser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>↑ ↓</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next or previous paragraph, then row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>← →</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the source or the target text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose several rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>While annotating is on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>letter, digit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the label that has this key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shift / Alt + it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the whole pair / to the chosen mark instead of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>While a text is edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save and go on, or back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Split the paragraph at the cursor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys of Taqabul</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SplitDialog</name>
        <message>
            <source>Split the pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source paragraphs that stay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target paragraphs that stay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Source: the upper row keeps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Target: the upper row keeps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rest goes to a new row below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>up to {n}: {text}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message numerus="yes">
            <source>%n paragraph(s)</source>
            <translation>
                <numerusform>%n paragraph</numerusform>
                <numerusform>%n paragraphs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n bitext(s)</source>
            <translation>
                <numerusform>%n bitext</numerusform>
                <numerusform>%n bitexts</numerusform>
            </translation>
        </message>
        <message>
            <source>Bitexts of the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Part of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Imported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>checked out: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>assigned: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Newest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last changed first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Least confirmed first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Most confirmed first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shelves of the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All bitexts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Archive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing on this shelf is called that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The library is empty. Open a text, or look at the sample first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This project is empty. Ctrl+J puts a bitext into it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The archive is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no document yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The bin is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search titles, projects and tags (Ctrl+F)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic and English texts, side by side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open texts…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One file that holds both languages, or two files, one for each. You may also drop them here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import a fol&amp;der…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try the &amp;sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recent files</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>Proposed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs review</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SureDialog</name>
        <message numerus="yes">
            <source>%n pair(s) would be confirmed</source>
            <translation>
                <numerusform>%n pair would be confirmed</numerusform>
                <numerusform>%n pairs would be confirmed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pair(s) would be confirmed, of those that the filter shows</source>
            <translation>
                <numerusform>%n pair would be confirmed, of those that the filter shows</numerusform>
                <numerusform>%n pairs would be confirmed, of those that the filter shows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&amp;Also look at the %n pair(s) that the filter hides</source>
            <translation>
                <numerusform>&amp;Also look at the %n pair that the filter hides</numerusform>
                <numerusform>&amp;Also look at the %n pairs that the filter hides</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Confirm %n pair(s)</source>
            <translation>
                <numerusform>Confirm %n pair</numerusform>
                <numerusform>Confirm %n pairs</numerusform>
            </translation>
        </message>
        <message>
            <source>Confirm all above a confidence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Least &amp;confidence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Some of the least sure among them, drawn by chance. Read them first:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Some of the least sure pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw &amp;others</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Terms</name>
        <message>
            <source>Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not in Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not in English</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n candidate(s) from confirmed pairs</source>
            <translation>
                <numerusform>%n candidate from confirmed pairs</numerusform>
                <numerusform>%n candidates from confirmed pairs</numerusform>
            </translation>
        </message>
        <message>
            <source>Terms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Terms of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Candidates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Load a file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save as a file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find &amp;candidates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Take over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No candidates: three confirmed pairs must say the same words for each other.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any of the Arabic words is to be said for any of the English ones and the reverse; | stands between several.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n term(s) added</source>
            <translation>
                <numerusform>%n term added</numerusform>
                <numerusform>%n terms added</numerusform>
            </translation>
        </message>
        <message>
            <source>Project {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Term bases (*.csv *.tsv *.tbx *.xml)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load terms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save terms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cannot be written: {why}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Threads</name>
        <message>
            <source>Source text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a mark first: “;” chooses the one under the cursor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the chosen mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the source text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the target text</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n thread(s)</source>
            <translation>
                <numerusform>%n thread</numerusform>
                <numerusform>%n threads</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
        <message>
            <source>Only open ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes of this bitext</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The thread</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text of the note or answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ne&amp;w note on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the new note is on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a note (Ctrl+Enter keeps it)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write here (Ctrl+Enter keeps it as an answer)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Reopen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Settled</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Undo</name>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo “{verb}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Redo “{verb}”</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Verb</name>
        <message>
            <source>confirm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>confirm up to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>confirm the sure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mark for review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reset status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unlink</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>merge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>split</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>move up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>move down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>shift up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>shift down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>swap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bookmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>remove bookmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>merge paragraphs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>split paragraph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>edit text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>apply correction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>restore text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>clean texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>turn direction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>replace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>add note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>edit note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>delete note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mark pair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mark counterpart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>relabel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>set attributes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>set status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>resize</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>add stretch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>add counterpart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reattach</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>let go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>resolve note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reopen note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>change relation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>turn relation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>propagate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>relate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unrelate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>new claim</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>gather</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>merge claims</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>split claim</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>change claim</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>delete claim</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>suppress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tell again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>add to dictionary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>change terms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>align again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pinpoint</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>restore link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>restore status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>describe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>archive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>take out of the archive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>move to a project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dissolve the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>move to the bin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>take out of the bin</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Work</name>
        <message numerus="yes">
            <source>%n piece(s) of work were assigned to you: {which}</source>
            <translation>
                <numerusform>%n piece of work were assigned to you: {which}</numerusform>
                <numerusform>%n pieces of work were assigned to you: {which}</numerusform>
            </translation>
        </message>
        <message>
            <source>Assigned to &amp;me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{who} assigned to you: “{title}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rows {first}–{last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by {day}</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
