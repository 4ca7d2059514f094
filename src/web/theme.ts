// The look in one place for Ant Design: a deep official blue, square corners, dense. The same colours stand as CSS
// variables in look.css for everything drawn without Ant Design; change both together.

import { type ThemeConfig, theme } from 'antd'

export const fontFamily = "'Noto Sans SC Variable', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"

export const look: ThemeConfig = {
  algorithm: theme.compactAlgorithm,
  token: {
    colorPrimary: '#1b4a86',
    colorLink: '#1b4a86',
    // The lighter blue that Ant Design makes of it is too pale on the page's ground.
    colorLinkHover: '#123763',
    colorLinkActive: '#123763',
    colorInfo: '#1b4a86',
    colorError: '#b3261e',
    colorWarning: '#8a5a00',
    colorSuccess: '#2b6b3f',
    colorText: '#1c2430',
    colorTextSecondary: '#4a5563',
    colorTextTertiary: '#5c6672',
    colorTextPlaceholder: '#6b7480',
    colorBorder: '#b4bcc8',
    colorBorderSecondary: '#dde2e9',
    colorBgLayout: '#f4f6f8',
    borderRadius: 2,
    // The compact algorithm takes the next smaller size: 16 gives 14 px text.
    fontSize: 16,
    fontFamily,
    wireframe: false,
    // Nothing slides or fades. Under "reduce motion" Ant Design would wait for ever for animations that it has switched off.
    motion: false,
  },
  components: {
    Table: { headerBg: '#eef1f5', cellPaddingBlockSM: 4, cellPaddingInlineSM: 8 },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
}
