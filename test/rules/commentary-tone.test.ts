// What a commentary says of a figure that is off target: phrases as officers write them, both ways.
import { describe, expect, it } from 'vitest';
import { saysAllIsWell } from '../../src/rules/commentary-tone.ts';

describe('what is done about a figure, said to go well, is no saying that the figure does', () => {
  it.each([
    'Recovery plan is on track.',
    'The action plan is on target for completion in March.',
    'Both actions are on schedule.',
    'Recruitment is going well.',
    'Missed by 2 days. Good progress on the backlog.',
    'We achieved target in two of three months.',
  ])('%s', (commentary) => {
    expect(saysAllIsWell(commentary, 'maximise')).toBeNull();
  });
});

describe('a commentary that says all is well', () => {
  it.each([
    'On track',
    'ON TRACK FOR YEAR END',
    'We are on track to meet the year-end target.',
    "We're still on course for the year.",
    'Performance is on target.',
    'Performance was on target this quarter.',
    'Comfortably within target.',
    'In line with the target.',
    'Target has been met.',
    'We achieved our target of 95%.',
    'No concerns at this stage.',
    'There are no major concerns.',
    'No issues to report',
    'Nothing of concern to report.',
    'Good progress has been made this quarter.',
    'Excellent performance by the team.',
    'Progress is good and the team is working well.',
    'Performance remains strong.',
    'All going well 👍',
    'Everything is going to plan',
    'This measure is green.',
    'The service continues to be on track.',
    'We are pleased to report that we are on track.',
    'We are satisfied with the performance',
    'Not only are we on target, we are improving.',
    'No doubt we are on track.',
    'We’re on track, not behind.',
    'There is no shortfall.',
    'We have not missed the target.',
    'Staff have settled in.\nOn track.',
    'We exceeded the target.',
    'We hit target again this quarter.',
    'The team continues to meet its target.',
    'Continues to perform well.',
    'Performance in Q2 was very good.',
    'Performing above target.',
  ])('"%s"', (commentary) => {
    expect(saysAllIsWell(commentary, 'maximise')).not.toBeNull();
  });
});

describe('a commentary that says no such thing', () => {
  it.each([
    '',
    'Late.',
    'We are not on track.',
    'Not yet on target.',
    'We aren’t on track because of staffing.',
    'No longer on target since August.',
    "We've not been able to keep on schedule",
    'Hardly on track.',
    'Neither team is on target.',
    'On target? Not yet.',
    'We are far from on track.',
    'We have failed to stay on track.',
    'It is unlikely to be on target this year.',
    'We cannot say that we are on track.',
    'The team is struggling to stay on schedule.',
    'The target was not met because demand rose.',
    'The target has not been achieved.',
    'Lack of good progress on the backlog is the cause.',
    'There are concerns about capacity.',
  ])('it denies it: "%s"', (commentary) => {
    expect(saysAllIsWell(commentary, 'maximise')).toBeNull();
  });

  it.each([
    'A plan is in place to get back on track by March.',
    'Staff have been recruited to bring performance back on target.',
    'We expect to be on target by Quarter 4.',
    'Should be back on track next quarter.',
    'If recruitment succeeds we will be on target by June.',
    'We would have been on track had the contractor not gone into administration.',
    'Action plan agreed to ensure we are on target by Q3',
    'The plan is to be on target by June 2021.',
    'The target will be met next year.',
    'We need two officers to meet the target.',
    'Meeting our target requires extra staff.',
  ])('it is an intention: "%s"', (commentary) => {
    expect(saysAllIsWell(commentary, 'maximise')).toBeNull();
  });

  it.each([
    'Performance was on track until August, when two staff left.',
    'We were on target last quarter. Demand then rose by a fifth.',
    'Other councils are on target.',
    'Nationally, performance is good; ours is lower because of the backlog.',
  ])('it is of another time or place: "%s"', (commentary) => {
    expect(saysAllIsWell(commentary, 'maximise')).toBeNull();
  });

  it.each([
    'We missed the target; good progress has been made on recruitment.',
    'Although below target, progress is good.',
    'Slightly behind but on track to recover by year end.',
    'Off target owing to sickness. No other concerns.',
    'We fell short of our target. Morale is good and the team is working well.',
    'Underperformance is due to the lockdown; all is going well otherwise.',
    'This measure is red. Good progress on the plan.',
  ])('it owns that it is off target: "%s"', (commentary) => {
    expect(saysAllIsWell(commentary, 'maximise')).toBeNull();
  });

  it.each([
    'Demand rose in the summer. Two more staff start in November.',
    'Two vacancies; agency staff cover from October and the backlog clears by December.',
    'Covid restrictions affected the service and the target was therefore not reached.',
    'The target of 95% is challenging.',
    'The target was set before the lockdown.',
    'No data quality concerns; performance dropped by a fifth.',
    'Numbers are small: one case moved the rate by 5 points.',
  ])('it says why and what is done: "%s"', (commentary) => {
    expect(saysAllIsWell(commentary, 'maximise')).toBeNull();
  });
});

describe('what a commentary is quoted by', () => {
  it('is its own words', () => {
    expect(saysAllIsWell('Busy. We are On Track, all told.', 'maximise')).toBe('On Track');
    expect(saysAllIsWell('As ever there is no shortfall.', 'maximise')).toBe(
      'there is no shortfall',
    );
  });
  it('depends on which way is good', () => {
    expect(saysAllIsWell('We exceeded the target of 20 days.', 'maximise')).toBe(
      'exceeded the target',
    );
    expect(saysAllIsWell('We exceeded the target of 20 days.', 'minimise')).toBeNull();
    expect(saysAllIsWell('All teams are under target.', 'minimise')).toBe('under target');
    expect(saysAllIsWell('All teams are under target, going well.', 'maximise')).toBeNull();
  });
});
