/** The common build of echarts, a third of the whole, comes without types of its own: it has these of the whole. */

declare module 'echarts/dist/echarts.common' {
  export { init } from 'echarts/types/dist/echarts';
}
