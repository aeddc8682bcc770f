-- Guards of the village file, made anew after each upgrade; a line of dashes and a semicolon ends a statement.

-- Append-only tables: no UPDATE, no DELETE (DECISIONS 14).
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END
--;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END
--;
CREATE TRIGGER voucher_no_update BEFORE UPDATE ON voucher
BEGIN SELECT RAISE(ABORT, 'voucher is append-only'); END
--;
CREATE TRIGGER voucher_no_delete BEFORE DELETE ON voucher
BEGIN SELECT RAISE(ABORT, 'voucher is append-only'); END
--;
CREATE TRIGGER ledger_line_no_update BEFORE UPDATE ON ledger_line
BEGIN SELECT RAISE(ABORT, 'ledger_line is append-only'); END
--;
CREATE TRIGGER ledger_line_no_delete BEFORE DELETE ON ledger_line
BEGIN SELECT RAISE(ABORT, 'ledger_line is append-only'); END
--;
CREATE TRIGGER anchor_no_update BEFORE UPDATE ON anchor
BEGIN SELECT RAISE(ABORT, 'anchor is append-only'); END
--;
CREATE TRIGGER anchor_no_delete BEFORE DELETE ON anchor
BEGIN SELECT RAISE(ABORT, 'anchor is append-only'); END
--;
CREATE TRIGGER closed_period_no_update BEFORE UPDATE ON closed_period
BEGIN SELECT RAISE(ABORT, 'closed_period is append-only'); END
--;
CREATE TRIGGER closed_period_no_delete BEFORE DELETE ON closed_period
BEGIN SELECT RAISE(ABORT, 'closed_period is append-only'); END
--;
CREATE TRIGGER household_act_no_update BEFORE UPDATE ON household_act
BEGIN SELECT RAISE(ABORT, 'household_act is append-only'); END
--;
CREATE TRIGGER household_act_no_delete BEFORE DELETE ON household_act
BEGIN SELECT RAISE(ABORT, 'household_act is append-only'); END
--;
CREATE TRIGGER printout_no_update BEFORE UPDATE ON printout
BEGIN SELECT RAISE(ABORT, 'printout is append-only'); END
--;
CREATE TRIGGER printout_no_delete BEFORE DELETE ON printout
BEGIN SELECT RAISE(ABORT, 'printout is append-only'); END
--;
CREATE TRIGGER notice_no_update BEFORE UPDATE ON notice
BEGIN SELECT RAISE(ABORT, 'notice is append-only'); END
--;
CREATE TRIGGER notice_no_delete BEFORE DELETE ON notice
BEGIN SELECT RAISE(ABORT, 'notice is append-only'); END
--;
CREATE TRIGGER notice_line_no_update BEFORE UPDATE ON notice_line
BEGIN SELECT RAISE(ABORT, 'notice_line is append-only'); END
--;
CREATE TRIGGER notice_line_no_delete BEFORE DELETE ON notice_line
BEGIN SELECT RAISE(ABORT, 'notice_line is append-only'); END
--;
CREATE TRIGGER catalogue_version_no_update BEFORE UPDATE ON catalogue_version
BEGIN SELECT RAISE(ABORT, 'catalogue_version is append-only'); END
--;
CREATE TRIGGER catalogue_version_no_delete BEFORE DELETE ON catalogue_version
BEGIN SELECT RAISE(ABORT, 'catalogue_version is append-only'); END
--;
CREATE TRIGGER catalogue_item_no_update BEFORE UPDATE ON catalogue_item
BEGIN SELECT RAISE(ABORT, 'catalogue_item is append-only'); END
--;
CREATE TRIGGER catalogue_item_no_delete BEFORE DELETE ON catalogue_item
BEGIN SELECT RAISE(ABORT, 'catalogue_item is append-only'); END
--;
CREATE TRIGGER standard_version_no_update BEFORE UPDATE ON standard_version
BEGIN SELECT RAISE(ABORT, 'standard_version is append-only'); END
--;
CREATE TRIGGER standard_version_no_delete BEFORE DELETE ON standard_version
BEGIN SELECT RAISE(ABORT, 'standard_version is append-only'); END
--;
CREATE TRIGGER standard_limit_no_update BEFORE UPDATE ON standard_limit
BEGIN SELECT RAISE(ABORT, 'standard_limit is append-only'); END
--;
CREATE TRIGGER standard_limit_no_delete BEFORE DELETE ON standard_limit
BEGIN SELECT RAISE(ABORT, 'standard_limit is append-only'); END
--;
CREATE TRIGGER batch_row_no_update BEFORE UPDATE ON batch_row
BEGIN SELECT RAISE(ABORT, 'batch_row is append-only'); END
--;
CREATE TRIGGER batch_row_no_delete BEFORE DELETE ON batch_row
BEGIN SELECT RAISE(ABORT, 'batch_row is append-only'); END
--;
CREATE TRIGGER line_note_no_update BEFORE UPDATE ON line_note
BEGIN SELECT RAISE(ABORT, 'a note may be erased, not changed'); END
--;
CREATE TRIGGER sign_in_no_update BEFORE UPDATE ON sign_in
BEGIN SELECT RAISE(ABORT, 'sign_in is append-only'); END
--;
CREATE TRIGGER sign_in_no_delete BEFORE DELETE ON sign_in
BEGIN SELECT RAISE(ABORT, 'sign_in is append-only'); END
--;
CREATE TRIGGER catalogue_limit_no_update BEFORE UPDATE ON catalogue_limit
BEGIN SELECT RAISE(ABORT, 'catalogue_limit is append-only'); END
--;
CREATE TRIGGER catalogue_limit_no_delete BEFORE DELETE ON catalogue_limit
BEGIN SELECT RAISE(ABORT, 'catalogue_limit is append-only'); END
--;
CREATE TRIGGER claim_no_update BEFORE UPDATE ON claim
BEGIN SELECT RAISE(ABORT, 'claim is append-only'); END
--;
CREATE TRIGGER claim_no_delete BEFORE DELETE ON claim
BEGIN SELECT RAISE(ABORT, 'claim is append-only'); END
--;
CREATE TRIGGER review_no_update BEFORE UPDATE ON review
BEGIN SELECT RAISE(ABORT, 'review is append-only'); END
--;
CREATE TRIGGER review_no_delete BEFORE DELETE ON review
BEGIN SELECT RAISE(ABORT, 'review is append-only'); END
--;
CREATE TRIGGER period_reopening_no_update BEFORE UPDATE ON period_reopening
BEGIN SELECT RAISE(ABORT, 'period_reopening is append-only'); END
--;
CREATE TRIGGER period_reopening_no_delete BEFORE DELETE ON period_reopening
BEGIN SELECT RAISE(ABORT, 'period_reopening is append-only'); END
--;
CREATE TRIGGER claim_note_no_update BEFORE UPDATE ON claim_note
BEGIN SELECT RAISE(ABORT, 'a note may be erased, not changed'); END
--;

-- A claim's steps are numbered from 1 and end with a decision that ends it.
CREATE TRIGGER review_dense BEFORE INSERT ON review
WHEN NEW.number IS NOT COALESCE((SELECT MAX(number) FROM review WHERE claim_id = NEW.claim_id), 0) + 1
  OR EXISTS (SELECT 1 FROM review WHERE claim_id = NEW.claim_id
             AND decision IN ('rejected', 'withdrawn', 'posted'))
BEGIN SELECT RAISE(ABORT, 'the claim has had its last step'); END
--;
CREATE TRIGGER review_line BEFORE INSERT ON review
WHEN NEW.line_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM ledger_line AS line JOIN claim ON claim.id = NEW.claim_id
  WHERE line.id = NEW.line_id AND line.account_id = claim.account_id AND line.points = claim.points
    AND line.item_id = claim.item_id AND line.kind <> 'reversal')
BEGIN SELECT RAISE(ABORT, 'the line is not the claim''s'); END
--;

-- Dense chains (reliability §3.2): also stops INSERT OR REPLACE.
CREATE TRIGGER audit_dense BEFORE INSERT ON audit
WHEN NEW.seq IS NOT COALESCE((SELECT MAX(seq) FROM audit WHERE village_id = NEW.village_id), 0) + 1
  OR NEW.prev_hash IS NOT COALESCE(
    (SELECT hash FROM audit WHERE village_id = NEW.village_id ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'audit chain broken'); END
--;
CREATE TRIGGER ledger_line_dense BEFORE INSERT ON ledger_line
WHEN NEW.seq IS NOT COALESCE((SELECT MAX(seq) FROM ledger_line WHERE village_id = NEW.village_id), 0) + 1
  OR NEW.prev_hash IS NOT COALESCE(
    (SELECT hash FROM ledger_line WHERE village_id = NEW.village_id ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'ledger chain broken'); END
--;
CREATE TRIGGER ledger_line_village BEFORE INSERT ON ledger_line
WHEN NEW.village_id IS NOT (SELECT village_id FROM account WHERE id = NEW.account_id)
  OR NEW.village_id IS NOT (SELECT village_id FROM voucher WHERE id = NEW.voucher_id)
BEGIN SELECT RAISE(ABORT, 'line belongs to another village'); END
--;
CREATE TRIGGER ledger_line_kind BEFORE INSERT ON ledger_line
WHEN NEW.effect NOT IN ('opening', 'base', 'credit', 'debit', 'redeem', 'expire', 'carry', 'transfer',
                        'honour', 'gift', 'redeem_counted')
  OR (NEW.kind <> 'reversal' AND NEW.kind <> NEW.effect)
  OR (NEW.kind IN ('credit', 'carry', 'gift') AND NEW.points < 0)
  OR (NEW.kind IN ('debit', 'expire') AND NEW.points > 0)
  OR (NEW.kind IN ('redeem', 'redeem_counted') AND NEW.points > 0
    AND (SELECT kind FROM voucher WHERE id = NEW.voucher_id) <> 'transfer')
BEGIN SELECT RAISE(ABORT, 'kind and points do not fit'); END
--;
CREATE TRIGGER ledger_line_first BEFORE INSERT ON ledger_line
WHEN NOT EXISTS (SELECT 1 FROM ledger_line WHERE account_id = NEW.account_id)
 AND (NEW.account_seq <> 1
  OR NEW.balance_after <> NEW.points
  OR NEW.assessment_after <> CASE WHEN NEW.effect IN ('redeem', 'expire', 'carry', 'gift') THEN 0 ELSE NEW.points END
  OR NEW.spendable_after <> CASE WHEN NEW.effect IN ('base', 'honour') THEN 0 ELSE NEW.points END)
BEGIN SELECT RAISE(ABORT, 'running figures broken'); END
--;
CREATE TRIGGER ledger_line_running BEFORE INSERT ON ledger_line
WHEN EXISTS (
  SELECT 1 FROM ledger_line AS last
  WHERE last.account_id = NEW.account_id
    AND last.account_seq = (SELECT MAX(account_seq) FROM ledger_line WHERE account_id = NEW.account_id)
    AND (NEW.account_seq <> last.account_seq + 1
      OR NEW.balance_after <> last.balance_after + NEW.points
      OR NEW.assessment_after <> last.assessment_after
        + CASE WHEN NEW.effect IN ('redeem', 'expire', 'carry', 'gift') THEN 0 ELSE NEW.points END
      OR NEW.spendable_after <> last.spendable_after
        + CASE WHEN NEW.effect IN ('base', 'honour') THEN 0 ELSE NEW.points END))
BEGIN SELECT RAISE(ABORT, 'running figures broken'); END
--;
CREATE TRIGGER ledger_line_spends BEFORE INSERT ON ledger_line
WHEN NEW.kind IN ('redeem', 'redeem_counted') AND NEW.spendable_after < 0
  AND (SELECT kind FROM voucher WHERE id = NEW.voucher_id) <> 'transfer'
BEGIN SELECT RAISE(ABORT, 'spending below zero'); END
--;
CREATE TRIGGER ledger_line_reversal BEFORE INSERT ON ledger_line
WHEN NEW.kind = 'reversal' AND NOT EXISTS (
  SELECT 1 FROM ledger_line AS wrong
  WHERE wrong.id = NEW.reverses_id AND wrong.account_id = NEW.account_id AND wrong.kind <> 'reversal'
    AND wrong.effect = NEW.effect AND wrong.points = -NEW.points)
BEGIN SELECT RAISE(ABORT, 'reversal does not fit its line'); END
--;
CREATE TRIGGER batch_undone_stays BEFORE UPDATE ON batch
WHEN OLD.state = 'undone'
BEGIN SELECT RAISE(ABORT, 'an undone batch stays undone'); END
--;
-- Paper: what was sent and what became of it stays; a book keeps what it was issued with.
CREATE TRIGGER book_print_no_update BEFORE UPDATE ON book_print
BEGIN SELECT RAISE(ABORT, 'book_print is append-only'); END
--;
CREATE TRIGGER book_print_no_delete BEFORE DELETE ON book_print
BEGIN SELECT RAISE(ABORT, 'book_print is append-only'); END
--;
CREATE TRIGGER book_line_no_update BEFORE UPDATE ON book_line
BEGIN SELECT RAISE(ABORT, 'book_line is append-only'); END
--;
CREATE TRIGGER book_line_no_delete BEFORE DELETE ON book_line
BEGIN SELECT RAISE(ABORT, 'book_line is append-only'); END
--;
CREATE TRIGGER print_outcome_no_update BEFORE UPDATE ON print_outcome
BEGIN SELECT RAISE(ABORT, 'print_outcome is append-only'); END
--;
CREATE TRIGGER print_outcome_no_delete BEFORE DELETE ON print_outcome
BEGIN SELECT RAISE(ABORT, 'print_outcome is append-only'); END
--;
CREATE TRIGGER place_set_no_update BEFORE UPDATE ON place_set
BEGIN SELECT RAISE(ABORT, 'place_set is append-only'); END
--;
CREATE TRIGGER place_set_no_delete BEFORE DELETE ON place_set
BEGIN SELECT RAISE(ABORT, 'place_set is append-only'); END
--;
CREATE TRIGGER paper_doubt_no_update BEFORE UPDATE ON paper_doubt
BEGIN SELECT RAISE(ABORT, 'paper_doubt is append-only'); END
--;
CREATE TRIGGER paper_doubt_no_delete BEFORE DELETE ON paper_doubt
BEGIN SELECT RAISE(ABORT, 'paper_doubt is append-only'); END
--;
CREATE TRIGGER book_no_delete BEFORE DELETE ON book
BEGIN SELECT RAISE(ABORT, 'a book stays'); END
--;
CREATE TRIGGER book_keeps BEFORE UPDATE ON book
WHEN NEW.id IS NOT OLD.id OR NEW.village_id IS NOT OLD.village_id OR NEW.uid IS NOT OLD.uid
  OR NEW.account_id IS NOT OLD.account_id OR NEW.ordinal IS NOT OLD.ordinal OR NEW.number IS NOT OLD.number
  OR NEW.book_type_id IS NOT OLD.book_type_id OR NEW.origin IS NOT OLD.origin
  OR NEW.after_seq IS NOT OLD.after_seq OR NEW.balance_before IS NOT OLD.balance_before
  OR NEW.first_slot IS NOT OLD.first_slot OR NEW.carried IS NOT OLD.carried
  OR NEW.issued_on IS NOT OLD.issued_on OR NEW.issued_at IS NOT OLD.issued_at
  OR NEW.issued_by IS NOT OLD.issued_by OR OLD.ended_as <> ''
BEGIN SELECT RAISE(ABORT, 'a book keeps what it was issued with'); END
--;
CREATE TRIGGER book_one_in_use BEFORE INSERT ON book
WHEN EXISTS (SELECT 1 FROM book WHERE account_id = NEW.account_id AND ended_as = '')
BEGIN SELECT RAISE(ABORT, 'the account has a book in use'); END
--;
CREATE TRIGGER book_type_no_delete BEFORE DELETE ON book_type
BEGIN SELECT RAISE(ABORT, 'a kind of book stays'); END
--;
CREATE TRIGGER book_print_waits BEFORE INSERT ON book_print
WHEN EXISTS (
  SELECT 1 FROM book AS asked JOIN book AS other ON other.account_id = asked.account_id
  JOIN book_print AS sent ON sent.book_id = other.id
  WHERE asked.id = NEW.book_id
    AND NOT EXISTS (SELECT 1 FROM print_outcome WHERE book_print_id = sent.id))
BEGIN SELECT RAISE(ABORT, 'an earlier print waits for its answer'); END
--;
CREATE TRIGGER book_print_barred BEFORE INSERT ON book_print
WHEN EXISTS (SELECT 1 FROM book WHERE id = NEW.book_id AND ended_as IN ('lost', 'closed'))
BEGIN SELECT RAISE(ABORT, 'nothing is printed in a lost or closed book'); END
--;
CREATE TRIGGER book_line_in_time BEFORE INSERT ON book_line
WHEN EXISTS (SELECT 1 FROM print_outcome WHERE book_print_id = NEW.book_print_id)
  OR EXISTS (SELECT 1 FROM book_line WHERE book_print_id = NEW.book_print_id AND line_id = NEW.line_id)
BEGIN SELECT RAISE(ABORT, 'the print is answered or has the line'); END
--;
CREATE TRIGGER print_outcome_fits BEFORE INSERT ON print_outcome
WHEN NEW.printed + NEW.spoilt > (SELECT COUNT(*) FROM book_line WHERE book_print_id = NEW.book_print_id)
  OR NEW.number IS NOT COALESCE(
    (SELECT MAX(number) FROM print_outcome WHERE book_print_id = NEW.book_print_id), 0) + 1
BEGIN SELECT RAISE(ABORT, 'the answer does not fit the print'); END
--;
CREATE TRIGGER place_set_fits BEFORE INSERT ON place_set
WHEN NEW.number IS NOT COALESCE((SELECT MAX(number) FROM place_set WHERE book_id = NEW.book_id), 0) + 1
  OR NEW.after_print IS NOT COALESCE((SELECT MAX(number) FROM book_print WHERE book_id = NEW.book_id), 0)
  OR EXISTS (SELECT 1 FROM book WHERE id = NEW.book_id AND (ended_as <> '' OR first_slot > NEW.slot))
  OR EXISTS (SELECT 1 FROM book_print AS sent WHERE sent.book_id = NEW.book_id
             AND NOT EXISTS (SELECT 1 FROM print_outcome WHERE book_print_id = sent.id))
BEGIN SELECT RAISE(ABORT, 'the place does not fit the book'); END
--;
CREATE TRIGGER print_outcome_late BEFORE INSERT ON print_outcome
WHEN EXISTS (
  SELECT 1 FROM book_print AS sent JOIN place_set ON place_set.book_id = sent.book_id
  WHERE sent.id = NEW.book_print_id AND place_set.after_print >= sent.number)
BEGIN SELECT RAISE(ABORT, 'the next place was set by hand since'); END
--;
CREATE TRIGGER book_print_doubted BEFORE INSERT ON book_print
WHEN EXISTS (
  SELECT 1 FROM paper_doubt AS doubt WHERE doubt.book_id = NEW.book_id AND NOT EXISTS (
    SELECT 1 FROM place_set WHERE book_id = doubt.book_id AND number > doubt.after_set))
BEGIN SELECT RAISE(ABORT, 'nobody has looked at the paper since the restore'); END
--;
CREATE TRIGGER book_line_free BEFORE INSERT ON book_line
WHEN NEW.slot < (
  SELECT CASE WHEN sent.way = 'booklet' THEN book.first_slot ELSE position.next_slot END
  FROM book_print AS sent JOIN book ON book.id = sent.book_id
  JOIN book_position AS position ON position.book_id = book.id WHERE sent.id = NEW.book_print_id)
BEGIN SELECT RAISE(ABORT, 'the line of the book is taken'); END
--;
CREATE TRIGGER book_line_once BEFORE INSERT ON book_line
WHEN NEW.line_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM book_print AS sent JOIN book ON book.id = sent.book_id
  JOIN book_position AS position ON position.book_id = book.id
  JOIN ledger_line AS line ON line.id = NEW.line_id
  WHERE sent.id = NEW.book_print_id AND line.account_id = book.account_id
    AND line.balance_after = NEW.balance
    AND line.account_seq > CASE WHEN sent.way = 'booklet' THEN book.after_seq ELSE position.last_seq END)
BEGIN SELECT RAISE(ABORT, 'the ledger line is on paper or not of this book'); END
--;

-- The course of an event: what was reported, found and decided stays; its steps are numbered from 1.
CREATE TRIGGER rite_event_no_delete BEFORE DELETE ON rite_event
BEGIN SELECT RAISE(ABORT, 'an event stays'); END
--;
CREATE TRIGGER rite_event_keeps BEFORE UPDATE ON rite_event
WHEN NEW.id IS NOT OLD.id OR NEW.village_id IS NOT OLD.village_id OR NEW.uid IS NOT OLD.uid
  OR NEW.number IS NOT OLD.number OR NEW.kind IS NOT OLD.kind OR NEW.household_id IS NOT OLD.household_id
  OR NEW.standard_version_id IS NOT OLD.standard_version_id OR NEW.held_on IS NOT OLD.held_on
  OR NEW.reported_on IS NOT OLD.reported_on OR NEW.registered_at IS NOT OLD.registered_at
  OR NEW.registered_by IS NOT OLD.registered_by
BEGIN SELECT RAISE(ABORT, 'an event keeps what it was reported with'); END
--;
CREATE TRIGGER event_figure_no_update BEFORE UPDATE ON event_figure
BEGIN SELECT RAISE(ABORT, 'event_figure is append-only'); END
--;
CREATE TRIGGER event_figure_no_delete BEFORE DELETE ON event_figure
BEGIN SELECT RAISE(ABORT, 'event_figure is append-only'); END
--;
CREATE TRIGGER event_figure_reported BEFORE INSERT ON event_figure
WHEN NEW.stage <> 'declared' OR EXISTS (SELECT 1 FROM event_step WHERE event_id = NEW.event_id)
BEGIN SELECT RAISE(ABORT, 'later figures belong to a step'); END
--;
CREATE TRIGGER event_step_no_update BEFORE UPDATE ON event_step
BEGIN SELECT RAISE(ABORT, 'event_step is append-only'); END
--;
CREATE TRIGGER event_step_no_delete BEFORE DELETE ON event_step
BEGIN SELECT RAISE(ABORT, 'event_step is append-only'); END
--;
CREATE TRIGGER event_step_dense BEFORE INSERT ON event_step
WHEN NEW.number IS NOT COALESCE((SELECT MAX(number) FROM event_step WHERE event_id = NEW.event_id), 0) + 1
  OR EXISTS (SELECT 1 FROM event_step WHERE event_id = NEW.event_id AND kind IN ('closed', 'withdrawn'))
BEGIN SELECT RAISE(ABORT, 'the event has had its last step'); END
--;
CREATE TRIGGER event_step_village BEFORE INSERT ON event_step
WHEN NEW.village_id IS NOT (SELECT village_id FROM rite_event WHERE id = NEW.event_id)
  OR (NEW.other_event_id IS NOT NULL AND (NEW.other_event_id = NEW.event_id
    OR NEW.village_id IS NOT (SELECT village_id FROM rite_event WHERE id = NEW.other_event_id)))
BEGIN SELECT RAISE(ABORT, 'the step belongs to another event'); END
--;
CREATE TRIGGER event_step_checked BEFORE INSERT ON event_step
WHEN NEW.kind IN ('followed', 'closed')
  AND NOT EXISTS (SELECT 1 FROM event_step WHERE event_id = NEW.event_id AND kind = 'checked')
BEGIN SELECT RAISE(ABORT, 'nobody has looked at the event'); END
--;
CREATE TRIGGER step_figure_no_update BEFORE UPDATE ON step_figure
BEGIN SELECT RAISE(ABORT, 'step_figure is append-only'); END
--;
CREATE TRIGGER step_figure_no_delete BEFORE DELETE ON step_figure
BEGIN SELECT RAISE(ABORT, 'step_figure is append-only'); END
--;
CREATE TRIGGER step_figure_fits BEFORE INSERT ON step_figure
WHEN NOT EXISTS (
  SELECT 1 FROM event_step AS step WHERE step.id = NEW.step_id
    AND NEW.stage = CASE step.kind WHEN 'changed' THEN 'declared' WHEN 'approved' THEN 'approved'
                                   WHEN 'checked' THEN 'actual' WHEN 'followed' THEN 'actual' END
    AND step.number = (SELECT MAX(number) FROM event_step WHERE event_id = step.event_id))
BEGIN SELECT RAISE(ABORT, 'the figure does not fit its step'); END
--;
CREATE TRIGGER event_day_no_update BEFORE UPDATE ON event_day
BEGIN SELECT RAISE(ABORT, 'event_day is append-only'); END
--;
CREATE TRIGGER event_day_no_delete BEFORE DELETE ON event_day
BEGIN SELECT RAISE(ABORT, 'event_day is append-only'); END
--;
CREATE TRIGGER event_day_fits BEFORE INSERT ON event_day
WHEN CASE WHEN NEW.step_id IS NULL THEN EXISTS (SELECT 1 FROM event_step WHERE event_id = NEW.event_id)
  ELSE NOT EXISTS (
    SELECT 1 FROM event_step AS step WHERE step.id = NEW.step_id AND step.event_id = NEW.event_id
      AND step.kind = 'changed'
      AND step.number = (SELECT MAX(number) FROM event_step WHERE event_id = NEW.event_id)) END
BEGIN SELECT RAISE(ABORT, 'the day does not fit its step'); END
--;

-- Bodies and pledges: versions and signatures stay; a term may be shortened, a pledge struck out once.
CREATE TRIGGER rite_body_no_delete BEFORE DELETE ON rite_body
BEGIN SELECT RAISE(ABORT, 'a body stays'); END
--;
CREATE TRIGGER body_charter_no_update BEFORE UPDATE ON body_charter
BEGIN SELECT RAISE(ABORT, 'body_charter is append-only'); END
--;
CREATE TRIGGER body_charter_no_delete BEFORE DELETE ON body_charter
BEGIN SELECT RAISE(ABORT, 'body_charter is append-only'); END
--;
CREATE TRIGGER body_charter_dense BEFORE INSERT ON body_charter
WHEN NEW.number IS NOT COALESCE((SELECT MAX(number) FROM body_charter WHERE body_id = NEW.body_id), 0) + 1
BEGIN SELECT RAISE(ABORT, 'charters are numbered one after the other'); END
--;
CREATE TRIGGER body_member_no_delete BEFORE DELETE ON body_member
BEGIN SELECT RAISE(ABORT, 'a term in a body stays'); END
--;
CREATE TRIGGER body_member_keeps BEFORE UPDATE ON body_member
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.body_id IS NOT OLD.body_id
  OR NEW.person_id IS NOT OLD.person_id OR NEW.name IS NOT OLD.name OR NEW.duty IS NOT OLD.duty
  OR NEW.standing IS NOT OLD.standing OR NEW.from_on IS NOT OLD.from_on
  OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.recorded_by IS NOT OLD.recorded_by
  OR NEW.to_on IS NULL OR NEW.to_on > COALESCE(OLD.to_on, NEW.to_on)
BEGIN SELECT RAISE(ABORT, 'a term in a body may only be shortened'); END
--;
CREATE TRIGGER pledge_words_no_update BEFORE UPDATE ON pledge_words
BEGIN SELECT RAISE(ABORT, 'pledge_words is append-only'); END
--;
CREATE TRIGGER pledge_words_no_delete BEFORE DELETE ON pledge_words
BEGIN SELECT RAISE(ABORT, 'pledge_words is append-only'); END
--;
CREATE TRIGGER pledge_words_dense BEFORE INSERT ON pledge_words
WHEN NEW.number IS NOT
  COALESCE((SELECT MAX(number) FROM pledge_words WHERE village_id = NEW.village_id), 0) + 1
BEGIN SELECT RAISE(ABORT, 'words of the pledge are numbered one after the other'); END
--;
CREATE TRIGGER pledge_no_delete BEFORE DELETE ON pledge
BEGIN SELECT RAISE(ABORT, 'a pledge stays'); END
--;
CREATE TRIGGER pledge_keeps BEFORE UPDATE ON pledge
WHEN NEW.id IS NOT OLD.id OR NEW.village_id IS NOT OLD.village_id OR NEW.uid IS NOT OLD.uid
  OR NEW.number IS NOT OLD.number OR NEW.words_id IS NOT OLD.words_id OR NEW.person_id IS NOT OLD.person_id
  OR NEW.household_id IS NOT OLD.household_id OR NEW.name IS NOT OLD.name
  OR NEW.capacity IS NOT OLD.capacity OR NEW.event_id IS NOT OLD.event_id
  OR NEW.signed_on IS NOT OLD.signed_on OR NEW.recorded_at IS NOT OLD.recorded_at
  OR NEW.recorded_by IS NOT OLD.recorded_by OR OLD.struck_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a pledge keeps what was signed'); END
--;
CREATE TRIGGER pledge_fits BEFORE INSERT ON pledge
WHEN NEW.number IS NOT COALESCE((SELECT MAX(number) FROM pledge WHERE village_id = NEW.village_id), 0) + 1
  OR NEW.village_id IS NOT (SELECT village_id FROM pledge_words WHERE id = NEW.words_id)
  OR NEW.struck_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'pledges are numbered one after the other'); END
--;

-- Things lent: never more out than there is, never more back than is out.
CREATE TRIGGER equipment_no_delete BEFORE DELETE ON equipment
BEGIN SELECT RAISE(ABORT, 'a kind of thing stays'); END
--;
CREATE TRIGGER equipment_move_no_update BEFORE UPDATE ON equipment_move
BEGIN SELECT RAISE(ABORT, 'equipment_move is append-only'); END
--;
CREATE TRIGGER equipment_move_no_delete BEFORE DELETE ON equipment_move
BEGIN SELECT RAISE(ABORT, 'equipment_move is append-only'); END
--;
CREATE TRIGGER equipment_move_dense BEFORE INSERT ON equipment_move
WHEN NEW.number IS NOT
  COALESCE((SELECT MAX(number) FROM equipment_move WHERE equipment_id = NEW.equipment_id), 0) + 1
BEGIN SELECT RAISE(ABORT, 'moves are numbered one after the other'); END
--;
CREATE TRIGGER equipment_move_there BEFORE INSERT ON equipment_move
WHEN COALESCE((SELECT SUM(CASE kind WHEN 'out' THEN -count ELSE count END)
               FROM equipment_move WHERE equipment_id = NEW.equipment_id), 0)
   + CASE NEW.kind WHEN 'out' THEN -NEW.count ELSE NEW.count END < 0
BEGIN SELECT RAISE(ABORT, 'more out than there is'); END
--;
CREATE TRIGGER equipment_move_back BEFORE INSERT ON equipment_move
WHEN NEW.kind = 'back' AND NOT EXISTS (
  SELECT 1 FROM equipment_move AS loan
  WHERE loan.id = NEW.loan_id AND loan.kind = 'out' AND loan.equipment_id = NEW.equipment_id
    AND loan.moved_on <= NEW.moved_on
    AND NEW.count + NEW.short + NEW.broken + COALESCE(
      (SELECT SUM(count + short + broken) FROM equipment_move WHERE loan_id = loan.id), 0) <= loan.count)
BEGIN SELECT RAISE(ABORT, 'more back than was lent'); END
--;

-- A picture is taken out as a whole: its content goes, everything else stays.
CREATE TRIGGER event_photo_struck BEFORE UPDATE ON event_photo
WHEN OLD.struck_on IS NOT NULL OR NEW.struck_on IS NULL OR NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
  OR NEW.village_id IS NOT OLD.village_id OR NEW.event_id IS NOT OLD.event_id
  OR NEW.taken_on IS NOT OLD.taken_on OR NEW.words IS NOT OLD.words OR NEW.digest IS NOT OLD.digest
  OR NEW.added_at IS NOT OLD.added_at OR NEW.added_by IS NOT OLD.added_by
BEGIN SELECT RAISE(ABORT, 'a picture may be struck out, not changed'); END
--;
CREATE TRIGGER event_photo_no_delete BEFORE DELETE ON event_photo
BEGIN SELECT RAISE(ABORT, 'a picture may be struck out, not deleted'); END
--;

-- Notices: what hangs with them, what was done with them, and what was said against them.
CREATE TRIGGER notice_claim_no_update BEFORE UPDATE ON notice_claim
BEGIN SELECT RAISE(ABORT, 'notice_claim is append-only'); END
--;
CREATE TRIGGER notice_claim_no_delete BEFORE DELETE ON notice_claim
BEGIN SELECT RAISE(ABORT, 'notice_claim is append-only'); END
--;
CREATE TRIGGER notice_proof_no_update BEFORE UPDATE ON notice_proof
BEGIN SELECT RAISE(ABORT, 'notice_proof is append-only'); END
--;
CREATE TRIGGER notice_proof_no_delete BEFORE DELETE ON notice_proof
BEGIN SELECT RAISE(ABORT, 'notice_proof is append-only'); END
--;
CREATE TRIGGER notice_step_no_update BEFORE UPDATE ON notice_step
BEGIN SELECT RAISE(ABORT, 'notice_step is append-only'); END
--;
CREATE TRIGGER notice_step_no_delete BEFORE DELETE ON notice_step
BEGIN SELECT RAISE(ABORT, 'notice_step is append-only'); END
--;
CREATE TRIGGER objection_no_update BEFORE UPDATE ON objection
BEGIN SELECT RAISE(ABORT, 'objection is append-only'); END
--;
CREATE TRIGGER objection_no_delete BEFORE DELETE ON objection
BEGIN SELECT RAISE(ABORT, 'objection is append-only'); END
--;
CREATE TRIGGER objection_step_no_update BEFORE UPDATE ON objection_step
BEGIN SELECT RAISE(ABORT, 'objection_step is append-only'); END
--;
CREATE TRIGGER objection_step_no_delete BEFORE DELETE ON objection_step
BEGIN SELECT RAISE(ABORT, 'objection_step is append-only'); END
--;
CREATE TRIGGER notice_again BEFORE INSERT ON notice
WHEN NEW.version IS NOT COALESCE(
  (SELECT MAX(version) FROM notice
   WHERE village_id = NEW.village_id AND kind = NEW.kind AND about = NEW.about), 0) + 1
BEGIN SELECT RAISE(ABORT, 'versions of a notice are numbered one after the other'); END
--;
CREATE TRIGGER notice_claim_line BEFORE INSERT ON notice_claim
WHEN NOT EXISTS (
  SELECT 1 FROM notice_line JOIN notice ON notice.id = notice_line.notice_id
    JOIN claim ON claim.id = NEW.claim_id AND claim.village_id = notice.village_id
    JOIN account ON account.id = claim.account_id AND account.number = notice_line.account_number
  WHERE notice_line.notice_id = NEW.notice_id AND notice_line.line_no = NEW.line_no
    AND claim.points = NEW.points)
BEGIN SELECT RAISE(ABORT, 'a deed hangs on the line of its own book'); END
--;
CREATE TRIGGER notice_step_dense BEFORE INSERT ON notice_step
WHEN NEW.number IS NOT COALESCE((SELECT MAX(number) FROM notice_step WHERE notice_id = NEW.notice_id), 0) + 1
  OR EXISTS (SELECT 1 FROM notice_step WHERE notice_id = NEW.notice_id AND kind = 'closed')
BEGIN SELECT RAISE(ABORT, 'steps follow each other and none follows the closing'); END
--;
CREATE TRIGGER notice_step_closed BEFORE INSERT ON notice_step
WHEN NEW.kind = 'closed' AND EXISTS (
  SELECT 1 FROM objection WHERE objection.notice_id = NEW.notice_id AND NOT EXISTS (
    SELECT 1 FROM objection_step
    WHERE objection_step.objection_id = objection.id AND kind IN ('resolved', 'withdrawn')))
BEGIN SELECT RAISE(ABORT, 'a notice closes when every objection has its answer'); END
--;
CREATE TRIGGER notice_step_village BEFORE INSERT ON notice_step
WHEN NOT EXISTS (SELECT 1 FROM notice WHERE id = NEW.notice_id AND village_id = NEW.village_id)
BEGIN SELECT RAISE(ABORT, 'a step belongs to the village of its notice'); END
--;
CREATE TRIGGER objection_of_notice BEFORE INSERT ON objection
WHEN NOT EXISTS (SELECT 1 FROM notice WHERE id = NEW.notice_id AND village_id = NEW.village_id)
BEGIN SELECT RAISE(ABORT, 'an objection belongs to the village of its notice'); END
--;
CREATE TRIGGER objection_step_dense BEFORE INSERT ON objection_step
WHEN NEW.number IS NOT
    COALESCE((SELECT MAX(number) FROM objection_step WHERE objection_id = NEW.objection_id), 0) + 1
  OR EXISTS (SELECT 1 FROM objection_step
             WHERE objection_id = NEW.objection_id AND kind IN ('resolved', 'withdrawn'))
BEGIN SELECT RAISE(ABORT, 'steps follow each other and none follows the answer'); END
--;
CREATE TRIGGER objection_step_village BEFORE INSERT ON objection_step
WHEN NOT EXISTS (SELECT 1 FROM objection WHERE id = NEW.objection_id AND village_id = NEW.village_id)
BEGIN SELECT RAISE(ABORT, 'a step belongs to the village of its objection'); END
--;
CREATE TRIGGER notice_photo_struck BEFORE UPDATE ON notice_photo
WHEN OLD.struck_on IS NOT NULL OR NEW.struck_on IS NULL OR NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
  OR NEW.village_id IS NOT OLD.village_id OR NEW.notice_id IS NOT OLD.notice_id
  OR NEW.taken_on IS NOT OLD.taken_on OR NEW.words IS NOT OLD.words OR NEW.digest IS NOT OLD.digest
  OR NEW.added_at IS NOT OLD.added_at OR NEW.added_by IS NOT OLD.added_by
BEGIN SELECT RAISE(ABORT, 'a picture may be struck out, not changed'); END
--;
CREATE TRIGGER notice_photo_no_delete BEFORE DELETE ON notice_photo
BEGIN SELECT RAISE(ABORT, 'a picture may be struck out, not deleted'); END
--;
CREATE TRIGGER goods_price_no_update BEFORE UPDATE ON goods_price
BEGIN SELECT RAISE(ABORT, 'goods_price is append-only'); END
--;
CREATE TRIGGER goods_price_no_delete BEFORE DELETE ON goods_price
BEGIN SELECT RAISE(ABORT, 'goods_price is append-only'); END
--;
CREATE TRIGGER stock_paper_no_update BEFORE UPDATE ON stock_paper
BEGIN SELECT RAISE(ABORT, 'stock_paper is append-only'); END
--;
CREATE TRIGGER stock_paper_no_delete BEFORE DELETE ON stock_paper
BEGIN SELECT RAISE(ABORT, 'stock_paper is append-only'); END
--;
CREATE TRIGGER stock_batch_no_update BEFORE UPDATE ON stock_batch
BEGIN SELECT RAISE(ABORT, 'stock_batch is append-only'); END
--;
CREATE TRIGGER stock_batch_no_delete BEFORE DELETE ON stock_batch
BEGIN SELECT RAISE(ABORT, 'stock_batch is append-only'); END
--;
CREATE TRIGGER stock_move_no_update BEFORE UPDATE ON stock_move
BEGIN SELECT RAISE(ABORT, 'stock_move is append-only'); END
--;
CREATE TRIGGER stock_move_no_delete BEFORE DELETE ON stock_move
BEGIN SELECT RAISE(ABORT, 'stock_move is append-only'); END
--;
CREATE TRIGGER slip_no_update BEFORE UPDATE ON slip
BEGIN SELECT RAISE(ABORT, 'slip is append-only'); END
--;
CREATE TRIGGER slip_no_delete BEFORE DELETE ON slip
BEGIN SELECT RAISE(ABORT, 'slip is append-only'); END
--;
CREATE TRIGGER slip_item_no_update BEFORE UPDATE ON slip_item
BEGIN SELECT RAISE(ABORT, 'slip_item is append-only'); END
--;
CREATE TRIGGER slip_item_no_delete BEFORE DELETE ON slip_item
BEGIN SELECT RAISE(ABORT, 'slip_item is append-only'); END
--;
CREATE TRIGGER slip_undo_no_update BEFORE UPDATE ON slip_undo
BEGIN SELECT RAISE(ABORT, 'slip_undo is append-only'); END
--;
CREATE TRIGGER slip_undo_no_delete BEFORE DELETE ON slip_undo
BEGIN SELECT RAISE(ABORT, 'slip_undo is append-only'); END
--;
CREATE TRIGGER stocktake_no_update BEFORE UPDATE ON stocktake
BEGIN SELECT RAISE(ABORT, 'stocktake is append-only'); END
--;
CREATE TRIGGER stocktake_no_delete BEFORE DELETE ON stocktake
BEGIN SELECT RAISE(ABORT, 'stocktake is append-only'); END
--;
CREATE TRIGGER stocktake_count_no_update BEFORE UPDATE ON stocktake_count
BEGIN SELECT RAISE(ABORT, 'stocktake_count is append-only'); END
--;
CREATE TRIGGER stocktake_count_no_delete BEFORE DELETE ON stocktake_count
BEGIN SELECT RAISE(ABORT, 'stocktake_count is append-only'); END
--;
CREATE TRIGGER stocktake_step_no_update BEFORE UPDATE ON stocktake_step
BEGIN SELECT RAISE(ABORT, 'stocktake_step is append-only'); END
--;
CREATE TRIGGER stocktake_step_no_delete BEFORE DELETE ON stocktake_step
BEGIN SELECT RAISE(ABORT, 'stocktake_step is append-only'); END
--;
CREATE TRIGGER exchange_day_no_update BEFORE UPDATE ON exchange_day
BEGIN SELECT RAISE(ABORT, 'exchange_day is append-only'); END
--;
CREATE TRIGGER exchange_day_no_delete BEFORE DELETE ON exchange_day
BEGIN SELECT RAISE(ABORT, 'exchange_day is append-only'); END
--;
CREATE TRIGGER exchange_ticket_no_update BEFORE UPDATE ON exchange_ticket
BEGIN SELECT RAISE(ABORT, 'exchange_ticket is append-only'); END
--;
CREATE TRIGGER exchange_ticket_no_delete BEFORE DELETE ON exchange_ticket
BEGIN SELECT RAISE(ABORT, 'exchange_ticket is append-only'); END
--;
CREATE TRIGGER exchange_settlement_no_update BEFORE UPDATE ON exchange_settlement
BEGIN SELECT RAISE(ABORT, 'exchange_settlement is append-only'); END
--;
CREATE TRIGGER exchange_settlement_no_delete BEFORE DELETE ON exchange_settlement
BEGIN SELECT RAISE(ABORT, 'exchange_settlement is append-only'); END
--;
CREATE TRIGGER outlet_no_delete BEFORE DELETE ON outlet
BEGIN SELECT RAISE(ABORT, 'outlet is never deleted'); END
--;
CREATE TRIGGER goods_no_delete BEFORE DELETE ON goods
BEGIN SELECT RAISE(ABORT, 'goods is never deleted'); END
--;
CREATE TRIGGER demand_no_delete BEFORE DELETE ON demand
BEGIN SELECT RAISE(ABORT, 'demand is never deleted'); END
--;
CREATE TRIGGER goods_picture_struck BEFORE UPDATE ON goods_picture
WHEN OLD.struck_on IS NOT NULL OR NEW.struck_on IS NULL OR NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid
  OR NEW.village_id IS NOT OLD.village_id OR NEW.goods_id IS NOT OLD.goods_id
  OR NEW.digest IS NOT OLD.digest OR NEW.added_at IS NOT OLD.added_at OR NEW.added_by IS NOT OLD.added_by
BEGIN SELECT RAISE(ABORT, 'a picture of goods may be struck out, not changed'); END
--;
CREATE TRIGGER goods_picture_no_delete BEFORE DELETE ON goods_picture
BEGIN SELECT RAISE(ABORT, 'a picture of goods may be struck out, not deleted'); END
--;
CREATE TRIGGER goods_code_kept BEFORE UPDATE ON goods
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.village_id IS NOT OLD.village_id
  OR (NEW.kind IS NOT OLD.kind AND EXISTS (SELECT 1 FROM stock_batch WHERE goods_id = OLD.id))
BEGIN SELECT RAISE(ABORT, 'goods stay what they are'); END
--;
CREATE TRIGGER goods_price_dense BEFORE INSERT ON goods_price
WHEN NEW.number IS NOT
    COALESCE((SELECT MAX(number) FROM goods_price WHERE goods_id = NEW.goods_id), 0) + 1
BEGIN SELECT RAISE(ABORT, 'prices of goods are numbered one after the other'); END
--;
CREATE TRIGGER stock_move_dense BEFORE INSERT ON stock_move
WHEN NEW.number IS NOT
    COALESCE((SELECT MAX(number) FROM stock_move WHERE village_id = NEW.village_id), 0) + 1
BEGIN SELECT RAISE(ABORT, 'movements of goods are numbered one after the other'); END
--;
CREATE TRIGGER stock_move_village BEFORE INSERT ON stock_move
WHEN NOT EXISTS (SELECT 1 FROM outlet WHERE id = NEW.outlet_id AND village_id = NEW.village_id)
  OR NOT EXISTS (
    SELECT 1 FROM stock_batch JOIN goods ON goods.id = stock_batch.goods_id
    WHERE stock_batch.id = NEW.batch_id AND goods.village_id = NEW.village_id AND goods.kind = 'goods')
BEGIN SELECT RAISE(ABORT, 'goods move within their own village'); END
--;
CREATE TRIGGER stock_move_reversal BEFORE INSERT ON stock_move
WHEN NEW.kind = 'reversal' AND NOT EXISTS (
  SELECT 1 FROM stock_move AS earlier
  WHERE earlier.id = NEW.reverses_id AND earlier.kind <> 'reversal'
    AND earlier.batch_id = NEW.batch_id AND earlier.outlet_id = NEW.outlet_id
    AND earlier.quantity = -NEW.quantity AND earlier.paper_id IS NEW.paper_id
    AND earlier.slip_item_id IS NEW.slip_item_id AND earlier.stocktake_id IS NEW.stocktake_id)
BEGIN SELECT RAISE(ABORT, 'a reversal takes back one movement whole'); END
--;
CREATE TRIGGER stock_level_no_delete BEFORE DELETE ON stock_level
BEGIN SELECT RAISE(ABORT, 'stock_level is never deleted'); END
--;
CREATE TRIGGER slip_village BEFORE INSERT ON slip
WHEN NOT EXISTS (SELECT 1 FROM account WHERE id = NEW.account_id AND village_id = NEW.village_id)
  OR NOT EXISTS (SELECT 1 FROM outlet WHERE id = NEW.outlet_id AND village_id = NEW.village_id)
  OR NOT EXISTS (SELECT 1 FROM voucher
                 WHERE id = NEW.voucher_id AND village_id = NEW.village_id AND kind = 'redemption')
BEGIN SELECT RAISE(ABORT, 'a slip belongs to the village of its book, its place and its voucher'); END
--;
CREATE TRIGGER slip_item_line BEFORE INSERT ON slip_item
WHEN NOT EXISTS (
  SELECT 1 FROM slip JOIN ledger_line ON ledger_line.voucher_id = slip.voucher_id
  WHERE slip.id = NEW.slip_id AND ledger_line.id = NEW.line_id AND ledger_line.account_id = slip.account_id
    AND ledger_line.points = -NEW.points)
  OR NOT EXISTS (
  SELECT 1 FROM goods_price WHERE id = NEW.price_id AND goods_id = NEW.goods_id
    AND points * NEW.quantity = NEW.points)
BEGIN SELECT RAISE(ABORT, 'an item of a slip costs what its line takes'); END
--;
CREATE TRIGGER stocktake_count_dense BEFORE INSERT ON stocktake_count
WHEN NEW.number IS NOT
    COALESCE((SELECT MAX(number) FROM stocktake_count WHERE stocktake_id = NEW.stocktake_id), 0) + 1
  OR EXISTS (SELECT 1 FROM stocktake_step WHERE stocktake_id = NEW.stocktake_id)
BEGIN SELECT RAISE(ABORT, 'counts follow each other until the stocktake ends'); END
--;
CREATE TRIGGER stocktake_step_order BEFORE INSERT ON stocktake_step
WHEN NEW.number IS NOT
    COALESCE((SELECT MAX(number) FROM stocktake_step WHERE stocktake_id = NEW.stocktake_id), 0) + 1
  OR (NEW.kind = 'reversed') IS NOT EXISTS (
    SELECT 1 FROM stocktake_step WHERE stocktake_id = NEW.stocktake_id AND kind = 'confirmed')
  OR EXISTS (SELECT 1 FROM stocktake_step
             WHERE stocktake_id = NEW.stocktake_id AND kind IN ('dropped', 'reversed'))
BEGIN SELECT RAISE(ABORT, 'a stocktake is confirmed or dropped once, and taken back once'); END
--;
CREATE TRIGGER exchange_ticket_dense BEFORE INSERT ON exchange_ticket
WHEN NEW.number IS NOT
    COALESCE((SELECT MAX(number) FROM exchange_ticket WHERE exchange_day_id = NEW.exchange_day_id), 0) + 1
BEGIN SELECT RAISE(ABORT, 'places in the queue of an exchange day follow each other'); END
--;
