import type { PhraseBook } from './phrase-book.ts';

const WRITTEN = '(this|it|that|what i write|what i wrote|my messages|my dilemma|my case|our chat)';
const OTHERS =
  '(my manager|my boss|the manager|management|hr|others|other people|anyone|anyone else|anybody|my colleagues)';
const SENT = '(messages|nudges|reminders|notifications|emails)';
const MINE = '(my data|my account|my profile|my information|my details|everything about me|all my data)';

/** What may stand before the name of a thing, in English. */
const frames = [
  '[can you|could you|will you|would you] (show|find|open|get|send|give|bring up) [me|us]',
  '(can|could|may) i (see|have|get|edit|change|find)',
  'i (want|need|would like|am looking for|cannot find|cant find) [to see|to change|to edit|to find]',
  '(id|i would) like [to see|to change|to edit]',
  'where (is|are|do i find|can i find|can i see|do i see|do i change)',
  'how do i (see|find|change|edit|open|get to)',
  '(whats|what is|what are|see|view|list|edit|change|update|go to|back to|check|open)',
];

const words: PhraseBook = {
  help: {
    things: [
      'help',
      'menu',
      'the menu',
      '[the|your|all] commands',
      '[the|some] instructions',
      '[the|a] manual',
      '[a|the] guide',
      'my options',
    ],
    sentences: [
      'what can you (do|help with|help me with|do for me)',
      'what can i (ask|ask you|say|write|type|do here|write to you|use you for)',
      'what (do|should) i (write|type) here',
      'how (does|do) (this|it|sammen|you|this thing|that) work',
      'how (do i|do you|does one) use (this|it|you|sammen)',
      'how do i (ask|send|write|submit) (a question|a dilemma|something)',
      '(who|what) are you',
      'who (made you|is behind this|is sammen|runs this)',
      'are you (a bot|a robot|a human|human|a person|real|ai|an ai|a machine|chatgpt)',
      'what is (this|sammen|this about|this for|it)',
      'whats (this|sammen|this about|this for)',
      'why (are you writing to me|are you writing me|do i get this|did i get this)',
      'what happens when i (send|write|press send)',
      'help me [out]',
    ],
    inDoubt: [
      'how do i (start|begin|get started)',
      'where do i (start|begin)',
      '(can|could|will|would) you help [me|us] [out]',
      '(can|could) i get [some] help',
      'i need [some|your] help',
      'i (dont|do not) (understand|get it|understand this|understand you)',
      'what do you mean',
      '(this|it|that) (does not work|doesnt work|is not working|isnt working)',
      'what does (this|that|it) mean',
    ],
  },
  readers: {
    things: ['privacy', 'data protection', 'confidentiality', 'anonymity'],
    sentences: [
      `who can (see|read) ${WRITTEN}`,
      `(can|will|does|do) ${OTHERS} (see|read) ${WRITTEN}`,
      `(can|will) ${OTHERS} (see that i asked|see who i am|see that i wrote|know that it is me|find out|know)`,
      `who (sees|reads|will see|will read|gets to see|gets to read) ${WRITTEN}`,
      '(is this|is it|am i) (anonymous|confidential|private|safe|stored|saved)',
      'can i (be|stay|write|ask) (anonymous|anonymously)',
      '(do you keep|what happens to|how long do you keep) (what i write|my messages|my data)',
    ],
  },
  'my-cases': {
    things: [
      '[all] my [own|open|old|latest] cases',
      'my [last|latest] case',
      'cases',
      'my dilemmas',
      'my dilemma',
      'my questions',
      'my answer',
      'a list of my cases',
    ],
    sentences: [
      'what (is happening|happened|happens) (with|to) my (case|cases|dilemma)',
      'how is my (case|dilemma) (going|doing)',
      '(any|is there any) news [on my case|about my case]',
      'status [of my case|on my case]',
      '(whats|what is) the status [of my case|on my case]',
      'who (has|took|is reading) my case',
      'do i have any [open] cases',
      '[can i|how do i|i want to] (withdraw|take back) (my case|my dilemma|the case)',
      'what is waiting for me',
      'has (anyone|anybody|someone|somebody) (taken|read|seen|answered) my (case|dilemma)',
    ],
    alsoToColleagues: [
      'when (do|will) i (get an answer|hear back|hear something|get a reply)',
      'has (anyone|anybody|someone) (answered|replied)',
      'any answer [yet]',
    ],
  },
  agents: {
    things: [
      '[all|the|your|our] (agents|sparring agents|thinking partners)',
      '[an|my] agent',
      '[the] (list of agents|agent list)',
    ],
    sentences: [
      'who can help (me|us)',
      'who are (the agents|the sparring agents|the thinking partners|your agents)',
      'who (answers me|answers|will answer|will answer me|gets my case|gets this)',
      'how many agents are there',
      'which agents are there',
      'is there (anyone|anybody|someone) who can help [me]',
    ],
    inDoubt: ['who can help', 'who can i (ask|talk to|write to|contact)'],
  },
  principles: {
    things: ['[the|our|your] [six|6] principles', '[the] (principle of the week|weekly principle)'],
    sentences: ['which principles (are there|do we have)'],
  },
  stories: {
    things: [
      '[all|all the|the|our] [new|newest|latest] stories',
      '[the|our|my] colleagues stories',
      '[a|the] list of [all] [the] stories',
    ],
    sentences: ['which stories (are there|do we have)', 'what have (others|colleagues) (tried|told|learned)'],
  },
  profile: {
    things: ['[my] profile', '[my] settings', 'my (details|info|information|phone|phone number|number)'],
    sentences: ['what do you know (about|on) me'],
  },
  absence: {
    things: ['[my] absence', '[my] (vacation|holiday|leave|sick leave|time off)', 'out of office'],
    sentences: ['(register|set|add|enter) [my|an] (absence|vacation|holiday|leave)'],
    alsoToColleagues: [
      '(i am|im) (away|sick|off|off sick|on vacation|on holiday|on leave|on sick leave) [next week|this week|from monday]',
      '(i am|im) (going on|taking) (vacation|holiday|leave)',
    ],
  },
  pause: {
    things: ['[a] pause', '(my|the|weekly|the weekly|my weekly) (nudge|nudges)', 'nudges'],
    sentences: [
      '(take|hold|have) a (pause|break)',
      '(pause|snooze) [the|my] (nudges|nudge|messages)',
      '(i want|i would like|i need) [to take] a (break|pause) [from nudges|from the nudges]',
      'how do i (stop this|stop it|unsubscribe|opt out|pause|pause this|stop the nudges|stop nudges|stop the messages|stop messages)',
      'when is (the|my) next nudge',
      '(less often|fewer messages|fewer nudges|another day)',
    ],
  },
  stop: {
    things: [],
    sentences: [
      'stop',
      'stop (it|this|that|now|everything|all)',
      `stop [the|my|all|these|your] ${SENT}`,
      `stop sending [me] [the|these|any|more|any more] ${SENT}`,
      'stop (writing|writing to me|writing me|messaging me|texting me|contacting me|bothering me|spamming me|sending me things|this please)',
      `no more ${SENT}`,
      `i (dont|do not) (want|need) [any|any more|more|your|these] ${SENT} [any more|anymore|from you]`,
      'i (dont|do not) want (this|to hear from you|to get this|to receive this) [any more|anymore|again]',
      'leave me (alone|in peace)',
      '(dont|do not) (write|write to|message|contact|text|bother) me [again|any more|anymore]',
      `(dont|do not) send me [any|any more|more] ${SENT} [any more|anymore]`,
      '(unsubscribe|opt out|opt me out|sign me off|unsubscribe me)',
      'unsubscribe [me] from (this|nudges|messages|everything)',
      'i want to (unsubscribe|opt out|stop this|stop the nudges|stop the messages|stop nudges)',
      'can you stop (this|writing|writing to me|writing me|messaging me|it)',
      'take me off (the|this|your) list',
    ],
  },
  start: {
    things: [],
    sentences: [
      'start',
      'start [the|my] (again|nudges|messages) [again]',
      '(resume|continue) [the|my] [nudges]',
      '(subscribe|subscribe me|sign me up) [again]',
      '(i want|send me) [the|my] nudges [again]',
      'end [the|my] (pause|break)',
    ],
  },
  'own-data': {
    things: ['my data', 'all my data', 'a copy of my data', 'everything about me', 'all you know about me'],
    sentences: [
      '(export|download) (my data|everything about me)',
      'what (have you kept|do you (keep|have|store)) (about|on) me',
      'what data do you have (about|on) me',
      '(subject access|access to my data)',
    ],
  },
  forget: {
    things: [],
    sentences: [
      '(forget|delete|erase|remove) me [completely|please|from this|from sammen]',
      `(forget|delete|erase|remove) ${MINE}`,
      'i want (to be forgotten|to be deleted|to leave|out|to delete my data|to delete my account|my data deleted)',
      'i (dont|do not) want to (take part|be part of this|be in this|participate) [any more|anymore]',
      `(can|could|will) you (delete|erase|forget|remove) (me|${MINE})`,
      `how do i (delete|erase|remove) (myself|${MINE})`,
      'right to be forgotten',
    ],
  },
  language: {
    things: ['language', 'the language', 'my language', 'another language', 'languages'],
    sentences: ['(switch|choose|set) [the|my] language', '(which|what) languages do you (speak|know|write)'],
  },
  report: {
    things: ['[the|a] report', '[the|usage] (numbers|figures|statistics|stats)', 'usage', 'adoption'],
    sentences: [
      'how is (usage|adoption|it going with usage) [going]',
      'how many [people] use (you|sammen|this)',
      'what do the numbers say',
    ],
  },
  preview: {
    things: ['next week', 'next weeks (nudge|principle|text|message)', 'the nudge for next week'],
    sentences: ['what (do you send|goes out|are you sending|is sent) next week'],
  },
  overview: {
    things: ['[an|the|my] overview'],
    sentences: ['what is (stuck|waiting)', 'which cases are (stuck|waiting)'],
  },
  'access-log': {
    things: ['[the] access log', 'access', '[the] audit log'],
    sentences: ['who (has seen|opened|saw) (what|the report)', 'who (has changed|changed) (what|roles|a role)'],
  },
  admin: {
    things: ['admin', 'admin menu', 'the admin menu', 'administration', 'roles', 'closed days'],
    sentences: ['(add|remove) [a|an] (role|agent|closed day)'],
  },
  team: {
    things: ['team meeting', 'team meetings', 'the team meeting'],
    sentences: ['a question for (the|our) team meeting'],
  },
  link: {
    things: [],
    sentences: ['link', '(link|connect|join) [my] (accounts|chats|slack and teams|teams and slack)'],
  },
  unlink: {
    things: [],
    sentences: ['unlink', '(unlink|separate|disconnect) [my] (accounts|chats|slack and teams|teams and slack)'],
  },
};

export const english = { words, frames };
