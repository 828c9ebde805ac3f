/** The words of “stop asking me” and “ask me again”. */

export const askingText = {
  stop: 'Stop asking me',
  resume: 'Ask me again',
  stoppedSummary: 'We will stop asking you',
  stoppedTitle: 'We will stop asking you',
  stopped: [
    'You get no more pulses and no more design reviews from us.',
    'You still hear what was decided for your group.',
    'Results count you among those who chose not to be asked.',
    'Changed your mind? Tap the button, or send “ask me again”.',
  ],
  resumedSummary: 'We will ask you again',
  resumedTitle: 'We will ask you again',
  resumed: [
    'You are back from the next pulse on.',
    'You get at most two messages a week that you did not ask for, besides word of what was decided for your group.',
    'Taking part is still your choice.',
  ],
};
